package advisor.http.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one {@link Browser} and one {@link ServedAdvisor} without editing, for all classes together. */
final class BrowserTests implements BeforeAllCallback, ParameterResolver {
    private static final Namespace SHARED = Namespace.create(BrowserTests.class);

    /** A server in a folder that goes when it stops. */
    private record Served(Path folder, ServedAdvisor advisor) implements AutoCloseable {
        static Served start() {
            try {
                Path folder = Files.createTempDirectory("served");
                return new Served(folder, ServedAdvisor.start(folder, false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            advisor.close();
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(folder)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Browser.class || type == ServedAdvisor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class
                ? browser(context)
                : store(context)
                        .getOrComputeIfAbsent(Served.class, key -> Served.start(), Served.class)
                        .advisor();
    }

    private static Browser browser(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(SHARED);
    }
}
