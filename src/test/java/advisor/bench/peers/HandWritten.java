package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import advisor.facts.Candidate;
import advisor.facts.Finding;
import advisor.facts.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import javax.tools.ToolProvider;

/** The floor: the table's conditions in plain Java. */
record HandWritten(BiFunction<Request, List<Candidate>, List<Finding>> conditions) implements Contender {

    static void compile(Table table, Path folder) {
        try {
            Path source = Files.createDirectories(folder).resolve(JavaText.CLASS + ".java");
            Files.write(source, JavaText.of(table).getBytes(StandardCharsets.UTF_8));
            String path = System.getProperty("java.class.path");
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-proc:none", "-encoding", "UTF-8", "-cp", path, source.toString());
            if (failed != 0) {
                throw new IllegalStateException("The generated Java (%s) does not compile.".formatted(source));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // the generated class implements it
    static HandWritten load(Path folder) {
        try {
            ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
            Object generated =
                    loader.loadClass(JavaText.CLASS).getDeclaredConstructor().newInstance();
            return new HandWritten((BiFunction<Request, List<Candidate>, List<Finding>>) generated);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("The generated Java in %s does not load.".formatted(folder), e);
        }
    }

    @Override
    public List<Finding> judge(Scenario scenario) {
        return conditions.apply(scenario.request(), scenario.candidates());
    }

    @Override
    public List<String> findings(Object judged) {
        return Contender.names(((List<?>) judged).stream().map(Finding.class::cast));
    }
}
