package advisor.bench.peers;

import advisor.bench.peers.Facts.Scenario;
import advisor.facts.Finding;
import advisor.rules.compile.DrlSource;
import advisor.rules.text.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieSession;

/** Drools as its manual shows it: a session for each scenario, and nothing recorded. */
record StockDrools(KieBase base) implements Contender {
    static StockDrools load(Path folder) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("advisor.bench", "peers", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        drl(folder)
                .forEach(file -> files.write("src/main/resources/rules/" + file.getFileName(), bytes(services, file)));
        services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        return new StockDrools(services.newKieContainer(release).getKieBase());
    }

    private static List<Path> drl(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static org.kie.api.io.Resource bytes(KieServices services, Path file) {
        try {
            String text = Files.readString(file);
            String drl = DrlSource.of(new RuleFile("rules", file.getFileName().toString(), text));
            return services.getResources().newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<?> judge(Scenario scenario) {
        KieSession session = base.newKieSession();
        try {
            scenario.facts().forEach(session::insert);
            session.fireAllRules();
            return List.copyOf(session.getObjects(Finding.class::isInstance));
        } finally {
            session.dispose();
        }
    }

    @Override
    public List<String> findings(Object judged) {
        return Contender.names(((Collection<?>) judged).stream().map(Finding.class::cast));
    }
}
