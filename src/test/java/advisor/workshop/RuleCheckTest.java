package advisor.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.Shipped;
import advisor.cache.Cache;
import advisor.cache.CacheKey;
import advisor.cli.FewRules;
import advisor.rules.compile.RuleCompiler;
import advisor.rules.text.Check;
import advisor.text.Layers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found to be in order is not run again until something changes. */
class RuleCheckTest {
    private static final String ALL_OFF = "never-fires: off\nsilent-option: off\nuntested: off\nunused-field: off\n";

    @TempDir
    Path folder;

    private FewRules rules;
    private Cache cache;

    @BeforeEach
    void copyOneFile() throws IOException {
        rules = FewRules.in(folder);
        cache = Cache.in(folder.resolve("cache"));
        Files.writeString(rules.folder().resolve("lint.yaml"), ALL_OFF);
    }

    private CheckReport check() {
        return new RuleCheck(Shipped.catalog())
                .check(Layers.ofRules(rules.folder()), new RuleCompiler(Cache.NONE), cache);
    }

    private long kept() {
        return cache.contents().entries().get(CacheKey.Kind.CHECKED).count();
    }

    @Test
    void whatIsInOrderIsKeptOnce() {
        CheckReport first = check();
        assertThat(first.notices()).isEmpty();
        assertThat(kept()).isEqualTo(1);
        assertThat(check()).isEqualTo(first);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aRuleThatChangedIsRunAgain() throws IOException {
        check();
        rules.edit("memory.drl", "memory.shortfall != null", "memory.shortfall != null, memory.shortfall == null");
        Files.writeString(rules.folder().resolve("lint.yaml"), ALL_OFF.replace("never-fires: off\n", ""));
        assertThat(check().notices()).isNotEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void aLevelOrAScenarioThatChangedIsLookedAtAnew() throws IOException {
        check();
        Files.writeString(rules.folder().resolve("lint.yaml"), ALL_OFF.replace("untested: off\n", ""));
        assertThat(check().notices())
                .extracting(notice -> notice.fault().check())
                .containsOnly(Check.UNTESTED);
        Files.writeString(rules.folder().resolve("lint.yaml"), ALL_OFF);
        rules.edit("scenarios/memory.yaml", "are too small", "are far too small");
        check();
        assertThat(kept()).isEqualTo(2);
    }
}
