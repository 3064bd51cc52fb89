package advisor.cli.command;

import advisor.cache.Cache;
import advisor.cache.CacheContents;
import advisor.cache.Cleared;
import advisor.cli.option.CacheOptions;
import advisor.cli.option.ExitCode;
import advisor.report.text.CacheReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor cache clear}. */
@Command(name = "clear", description = "Delete all that is kept.", mixinStandardHelpOptions = true)
final class CacheClearCommand implements Callable<Integer> {
    @Mixin
    private final CacheOptions options = new CacheOptions();

    @Override
    public Integer call() {
        Cache cache = Cache.ofUser();
        CacheContents before = cache.contents();
        Cleared cleared = cache.clear();
        options.print(() -> CacheReport.json(before, cleared), screen -> CacheReport.text(before, cleared, screen));
        return cleared.left() == 0 ? ExitCode.OK : ExitCode.INTERNAL_FAULT;
    }
}
