package advisor.spark;

import advisor.cli.option.InputLines;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Requests in files, each with its line number: that of all files together, in the order of their names. */
final class Portfolio {
    private static final String PARQUET = ".parquet";

    private final SparkSession spark;
    private final JavaSparkContext context;

    Portfolio(SparkSession spark) {
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    }

    static boolean isParquet(String path) {
        return path.endsWith(PARQUET);
    }

    /**
     * The lines that are not blank, in their order, as many a task whatever the files are cut into: a packed file and a
     * group of rows are read by one task each.
     *
     * @param path a file, a folder or a pattern of them: Parquet if it ends so, else lines
     * @param column of Parquet, where a row's request stands
     */
    JavaPairRDD<Long, byte[]> lines(String path, String column, int each) {
        JavaPairRDD<Long, byte[]> numbered = (isParquet(path) ? rows(path, column) : bytes(path))
                .zipWithIndex()
                .mapToPair(line -> new Tuple2<>(line._2 + 1, line._1))
                .filter(line -> !InputLines.Line.of(line._1, line._2).isBlank());
        long tasks = Math.max(1, (numbered.count() + each - 1) / each);
        return numbered.sortByKey(true, Math.toIntExact(tasks));
    }

    /** As bytes, since what is no UTF-8 is to be told; a carriage return ends no line. */
    private JavaRDD<byte[]> bytes(String path) {
        Configuration lines = new Configuration(context.hadoopConfiguration());
        lines.set("textinputformat.record.delimiter", "\n");
        return each("text", path, file -> context.newAPIHadoopFile(
                        file, TextInputFormat.class, LongWritable.class, Text.class, lines)
                .values()
                .map(Text::copyBytes));
    }

    /** A row without a request is a blank line. */
    private JavaRDD<byte[]> rows(String path, String column) {
        return each("parquet", path, file -> spark.read()
                .parquet(file)
                .selectExpr("encode(coalesce(`%s`, ''), 'UTF-8')".formatted(column))
                .as(Encoders.BINARY())
                .toJavaRDD());
    }

    /** File by file, because Spark reads the longest first. */
    private JavaRDD<byte[]> each(String format, String path, Function<String, JavaRDD<byte[]>> read) {
        List<JavaRDD<byte[]>> files = Arrays.stream(
                        spark.read().format(format).load(path).inputFiles())
                .sorted()
                .map(file -> read.apply(new Path(URI.create(file)).toString()))
                .toList();
        return files.stream().reduce(JavaRDD::union).orElseGet(context::emptyRDD);
    }
}
