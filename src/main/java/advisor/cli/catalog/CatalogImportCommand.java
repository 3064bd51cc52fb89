package advisor.cli.catalog;

import advisor.catalog.Catalog;
import advisor.catalog.pricelist.PriceDiff;
import advisor.catalog.pricelist.PriceEdit;
import advisor.catalog.pricelist.PriceListFormat;
import advisor.catalog.pricelist.PriceLists;
import advisor.catalog.pricelist.RentalDiff;
import advisor.cli.option.Answer;
import advisor.file.AtomicFile;
import advisor.request.BadRequestException;
import advisor.text.LoadException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code advisor catalog import}. */
@Command(
        name = "import",
        description = "What a downloaded price list would change in the offers; with --write, append it to them.",
        mixinStandardHelpOptions = true)
public final class CatalogImportCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The price list.")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            required = true,
            paramLabel = "LIST",
            description = "Whose list it is: models.dev, litellm, skypilot, csv or xlsx.")
    private PriceListFormat format = PriceListFormat.CSV;

    @Option(names = "--as-of", paramLabel = "DAY", description = "From which day on its prices hold; default: today.")
    private @Nullable LocalDate asOf;

    @Option(names = "--provider", paramLabel = "NAME", description = "Only of this provider, as the list calls it.")
    private List<String> providers = List.of();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "The source to cite; default: a new one, named after list and day.")
    private @Nullable String source;

    @Option(names = "--write", description = "Append what is new to the files; nothing is changed or removed.")
    private boolean write;

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public void run() {
        answer.refuseFormatOfChecks();
        if (write) {
            refuseToWrite();
        }
        Catalog catalog = answer.catalog();
        try {
            answer(catalog);
        } catch (LoadException e) {
            throw new BadRequestException(e.texts());
        } catch (NoSuchFileException e) {
            throw bad(new Text("There is no file %s.", "没有文件 %s。").with(e.getFile()));
        } catch (IOException e) {
            throw bad(new Text("A file cannot be read or written: %s", "文件无法读写：%s").with(e));
        }
    }

    private void answer(Catalog catalog) throws IOException {
        PriceLists lists =
                new PriceLists(catalog, answer.catalogFolders(), asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf);
        if (format == PriceListFormat.SKYPILOT) {
            RentalDiff rentals = lists.rentals(file);
            answer.print(() -> ImportJson.of(rentals), screen -> new ImportText(screen.language()).of(rentals));
            return;
        }
        PriceDiff diff = lists.tokens(format, file, providers);
        List<String> written = write ? write(new PriceEdit(catalog, diff).files(source, name())) : List.of();
        answer.print(() -> ImportJson.of(diff, written), screen -> new ImportText(screen.language())
                .of(diff, written, write));
    }

    private void refuseToWrite() {
        if (format == PriceListFormat.SKYPILOT) {
            throw bad(new Text(
                    "The list says neither whose machines these are nor in which country each stands, and the catalog takes"
                            + " none without: add the rates to options/rent-*.yaml by hand.",
                    "价格表未注明机器属于谁、位于哪国，缺此目录不收：请手工写入 options/rent-*.yaml。"));
        }
        if (answer.catalogFolders().several()) {
            throw bad(new Text(
                    "Prices are appended to the files of one catalog: name one folder by --catalog.",
                    "价格只追加到一个目录的文件中：请用 --catalog 只指定一个文件夹。"));
        }
    }

    /** Each file is written whole; the sources, which the others cite, first. */
    private List<String> write(SortedMap<String, String> texts) throws IOException {
        Path folder = answer.catalogFolder();
        List<String> names = texts.keySet().stream()
                .sorted((one, other) -> Boolean.compare(one.contains("/"), other.contains("/")))
                .toList();
        for (String name : names) {
            AtomicFile.replace(
                    folder.resolve(name), texts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8));
        }
        return texts.entrySet().stream().map(Map.Entry::getKey).toList();
    }

    private String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static BadRequestException bad(Text fault) {
        return new BadRequestException(List.of(fault));
    }
}
