package advisor.cli.command;

import advisor.cli.option.ExitCode;
import advisor.cli.option.InOrder;
import advisor.cli.option.InputLines;
import advisor.cli.option.Locations;
import advisor.cli.option.Progress;
import advisor.cli.option.Speech;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code advisor batch}. */
@Command(
        name = "batch",
        description = "One advice a line: JSON Lines in, JSON Lines out, in the same order.",
        mixinStandardHelpOptions = true)
public final class BatchCommand implements Callable<Integer> {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Requests, a JSON object a line; default: standard input.")
    private @Nullable Path file;

    @Option(names = "--brief", description = "Only the first plans and why the rest is out, many times as fast.")
    private boolean brief;

    @Option(names = "--jobs", paramLabel = "N", description = "Requests judged at once; default: one a core.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--skip", paramLabel = "N", description = "Requests to pass over: the lines of an earlier answer.")
    private long skip;

    @Mixin
    private final Locations locations = new Locations();

    /** In which language faults of the command itself are told; answers are in both. */
    @Mixin
    @SuppressWarnings("UnusedVariable") // read through the command line
    private final Speech speech = new Speech();

    @Spec
    private @Nullable CommandSpec spec;

    private int exitCode = ExitCode.OK;

    @Override
    public Integer call() throws IOException {
        refuseNonsense();
        BatchLine answers = new BatchLine(
                locations.catalog(),
                locations.rules(),
                file == null ? "stdin" : file.toString(),
                LocalDate.now(ZoneOffset.UTC),
                brief);
        try (InputStream in = open();
                Progress progress = Progress.of(size());
                InOrder<BatchLine.Answer> work = new InOrder<>(jobs, this::print)) {
            run(new InputLines(in), answers, work, progress);
        }
        return exitCode;
    }

    private void run(InputLines lines, BatchLine answers, InOrder<BatchLine.Answer> work, Progress progress)
            throws IOException {
        long passed = 0;
        for (InputLines.Line line = lines.next(); line != null && !broken(); line = lines.next()) {
            InputLines.Line request = line;
            if (++passed > skip) {
                work.submit(() -> answers.answer(request));
            }
            progress.at(lines.bytes());
        }
        work.finish();
    }

    private void print(BatchLine.Answer answer) {
        exitCode = worse(exitCode, answer.exitCode());
        PrintWriter out = out();
        out.println(answer.json());
    }

    /** An internal fault is worse than an incomplete advice, and that than a bad request. */
    private static int worse(int one, int other) {
        List<Integer> worstFirst =
                List.of(ExitCode.INTERNAL_FAULT, ExitCode.DOES_NOT_LOAD, ExitCode.BAD_REQUEST, ExitCode.OK);
        return worstFirst.stream()
                .filter(code -> code == one || code == other)
                .findFirst()
                .orElseThrow();
    }

    /** Whether nobody reads the answers any more. */
    private boolean broken() {
        return out().checkError();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private InputStream open() throws IOException {
        return file == null ? System.in : Files.newInputStream(file);
    }

    private long size() throws IOException {
        return file == null ? Progress.UNKNOWN : Files.size(file);
    }

    private void refuseNonsense() {
        Path given = file;
        if (given != null && (!Files.isReadable(given) || Files.isDirectory(given))) {
            throw bad("The file (%s) cannot be read.", "文件（%s）无法读取。", given);
        }
        if (jobs < 1) {
            throw bad("The jobs (%s) must be at least 1.", "并行数（%s）必须至少为 1。", jobs);
        }
        if (skip < 0) {
            throw bad("The skip (%s) must be at least 0.", "跳过数（%s）必须至少为 0。", skip);
        }
    }

    private static BadRequestException bad(String en, String zh, Object value) {
        return new BadRequestException(List.of(new Text(en.formatted(value), zh.formatted(value))));
    }
}
