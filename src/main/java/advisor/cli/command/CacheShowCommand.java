package advisor.cli.command;

import advisor.cache.Cache;
import advisor.cache.CacheContents;
import advisor.cli.option.CacheOptions;
import advisor.report.text.CacheReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code advisor cache show}. */
@Command(name = "show", description = "Where the cache is, and what it holds.", mixinStandardHelpOptions = true)
final class CacheShowCommand implements Runnable {
    @Mixin
    private final CacheOptions options = new CacheOptions();

    @Override
    public void run() {
        CacheContents contents = Cache.ofUser().contents();
        options.print(() -> CacheReport.json(contents), screen -> CacheReport.text(contents, screen));
    }
}
