package advisor.cli.rules;

import advisor.cache.Cache;
import advisor.catalog.Catalog;
import advisor.cli.option.Locations;
import advisor.cli.option.Speech;
import advisor.report.screen.Screen;
import advisor.request.BadRequestException;
import advisor.rules.LoadedRules;
import advisor.rules.RuleLoader;
import advisor.rules.compile.RuleCompiler;
import advisor.text.Language;
import advisor.text.Layers;
import advisor.text.Shadow;
import advisor.text.Text;
import advisor.workshop.Scenario;
import advisor.workshop.ScenarioFiles;
import advisor.workshop.Workshop;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every {@code advisor rules} command takes. */
final class RuleOptions {
    /** Formats of the answer; not every command has every one. */
    enum Output {
        TEXT,
        JSON,
        SARIF,
        JUNIT
    }

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    private final Speech speech = new Speech();

    @Option(names = "--output", paramLabel = "FORMAT", description = "Format of the answer; default: text.")
    private Output output = Output.TEXT;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    Output output() {
        return output;
    }

    Screen screen() {
        return speech.screen();
    }

    Language language() {
        return speech.language();
    }

    Catalog catalog() {
        return locations.catalog();
    }

    Layers folders() {
        return locations.rulesFolders();
    }

    /**
     * Where own files go.
     *
     * @throws BadRequestException if nothing can be written there
     */
    Path folder() {
        Path folder = folders().top();
        if (!folder.getFileSystem().equals(FileSystems.getDefault())) {
            throw new BadRequestException(List.of(new Text(
                    "The rules are packed in the program: name a folder by --rules.", "规则打包在程序内：请用 --rules 指定文件夹。")));
        }
        return folder;
    }

    RuleCompiler compiler() {
        return locations.compiler();
    }

    Cache cache() {
        return locations.cache();
    }

    LoadedRules load() {
        LoadedRules loaded = RuleLoader.tryLoad(folders(), compiler());
        locations.tell(loaded.shadows());
        return loaded;
    }

    /** Rules, catalog and scenarios of the lowest folders; {@code null} if there are no others. */
    @Nullable Workshop lowest() {
        Layers rules = folders();
        Layers catalog = locations.catalogFolders();
        return rules.several() || catalog.several()
                ? new Workshop(
                        locations.catalog(catalog.lowest()),
                        RuleLoader.load(rules.lowest(), compiler()).within(locations.patience()),
                        ScenarioFiles.read(rules.lowest()))
                : null;
    }

    Workshop workshop() {
        List<Shadow> shadows = new ArrayList<>();
        List<Scenario> scenarios = ScenarioFiles.read(folders(), shadows::add);
        locations.tell(shadows);
        return new Workshop(catalog(), load().orThrow().within(locations.patience()), scenarios);
    }

    void print(String text) {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    /** A file of the rules that cannot be written. */
    static BadRequestException unwritable(Path file) {
        return new BadRequestException(List.of(new Text(
                "The file (%s) cannot be written. Maybe the disk is full, or its folder is not yours to write?"
                        .formatted(file),
                "文件（%s）无法写入。请检查磁盘空间与写入权限。".formatted(file))));
    }
}
