package advisor.http.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A browser and its driver that stand on this machine. */
record Chromium(Path browser, Path driver) {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    /** The first on the path; empty unless there is a driver too. */
    static Optional<Chromium> installed() {
        return onPath(List.of("chromedriver"))
                .flatMap(driver -> onPath(BROWSERS).map(browser -> new Chromium(browser, driver)));
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream()
                .flatMap(name -> folders().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }
}
