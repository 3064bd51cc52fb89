package advisor.spark;

import advisor.cli.Failure;
import advisor.cli.option.ExitCode;
import advisor.cli.option.Locations;
import advisor.cli.option.Speech;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scala.Tuple2;

/** {@code advisor batch --brief} on a cluster: the same lines, in the same order. */
@Command(
        name = "spark-batch",
        description = "One brief advice a request, as \"advisor batch --brief\" answers, on a cluster of Spark.",
        mixinStandardHelpOptions = true,
        resourceBundle = "advisor.cli.Help")
public final class SparkBatch implements Callable<Integer> {
    private final List<String> arguments;

    @Option(
            names = "--in",
            required = true,
            paramLabel = "PATH",
            description = "Requests: Parquet if it ends with .parquet, else a JSON object a line; a folder, too.")
    private String in = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "Folder to make for the answers: Parquet (line, answer) if it ends with .parquet, else lines.")
    private String out = "";

    @Option(
            names = "--column",
            paramLabel = "NAME",
            defaultValue = "request",
            description = "Column of Parquet that holds the request, a JSON object as text; default: request.")
    private String column = "";

    @Option(
            names = "--task-lines",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Requests of a task; default: 1000.")
    private int taskLines;

    @Mixin
    private final Locations locations = new Locations();

    @Mixin
    @SuppressWarnings("UnusedVariable") // read through the command line
    private final Speech speech = new Speech();

    private SparkBatch(List<String> arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        int exitCode = run(args);
        if (exitCode != ExitCode.OK) {
            System.exit(exitCode);
        }
    }

    static int run(String... args) {
        return new CommandLine(new SparkBatch(List.of(args)))
                .setExecutionExceptionHandler((exception, command, parsed) -> fail(exception, command))
                .execute(args);
    }

    /** A fault of ours or of the cluster keeps its stack trace; Spark tells of missing files and columns in words. */
    private static int fail(Exception exception, CommandLine command) throws Exception {
        boolean told = exception instanceof AnalysisException;
        if (!told && Failure.exitCode(exception) == ExitCode.INTERNAL_FAULT) {
            throw exception;
        }
        command.getErr()
                .println(told ? exception.getMessage() : Failure.message(exception, Speech.of(command)));
        return told ? ExitCode.BAD_REQUEST : Failure.exitCode(exception);
    }

    @Override
    public Integer call() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Answering answering = Answering.at(locations, arguments, in, today);
        try (SparkSession spark = SparkSession.builder().appName("deployment advisor").getOrCreate()) {
            refuseNonsense(spark);
            JavaPairRDD<Long, byte[]> requests = new Portfolio(spark).lines(in, column, taskLines);
            write(spark, requests.map(line -> new Tuple2<>(line._1, answering.answer(line._1, line._2))));
        }
        return ExitCode.OK;
    }

    private void write(SparkSession spark, JavaRDD<Tuple2<Long, String>> answers) {
        if (!Portfolio.isParquet(out)) {
            answers.map(Tuple2::_2).saveAsTextFile(out);
            return;
        }
        spark.createDataset(answers.rdd(), Encoders.tuple(Encoders.LONG(), Encoders.STRING()))
                .toDF("line", "answer")
                .write()
                .parquet(out);
    }

    private void refuseNonsense(SparkSession spark) throws IOException {
        Path folder = new Path(out);
        if (taskLines < 1) {
            throw bad("The task-lines (%s) must be at least 1.", "任务行数（%s）必须至少为 1。", taskLines);
        }
        if (folder.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(folder)) {
            throw bad(
                    "The output (%s) exists. Name another or remove it: nothing is written over.",
                    "输出（%s）已存在。请换一个名称或先删除：不会覆盖任何内容。",
                    out);
        }
    }

    private static BadRequestException bad(String en, String zh, Object value) {
        return new BadRequestException(List.of(new Text(en.formatted(value), zh.formatted(value))));
    }
}
