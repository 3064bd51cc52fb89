package advisor.cli.rules;

import advisor.request.BadRequestException;
import advisor.rules.LoadedRules;
import advisor.rules.text.RuleTexts;
import advisor.text.Text;
import advisor.workshop.RuleIndex;
import advisor.workshop.RuleTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor rules new}. */
@Command(
        name = "new",
        description = "Write a new rule, its two scenarios and its line in the index.",
        mixinStandardHelpOptions = true)
final class RulesNewCommand implements Runnable {
    private static final Text NEXT = new Text(
            "Now write its condition and both sentences, name the options of its scenarios, and run: rules check, rules test.",
            "接下来写好条件与中英文语句，在场景里换上相应的方案，再运行 rules check 与 rules test。");

    @Parameters(paramLabel = "ID", description = "Id of the rule, as in memory/too-tight.")
    private String id = "";

    @Mixin
    private final RuleOptions options = new RuleOptions();

    @Override
    public void run() {
        LoadedRules loaded = options.load();
        RuleTemplate template = template(loaded);
        Path folder = options.folder();
        Path file = folder.resolve(template.topic() + ".drl");
        refuseToHide(file, loaded.orThrow().texts());
        Path scenarios = folder.resolve("scenarios").resolve(template.topic() + ".yaml");
        append(file, Files.exists(file) ? template.rule() : template.file());
        append(scenarios, template.scenarios(options.catalog().options().firstKey()));
        LoadedRules now = options.load();
        overwrite(folder.resolve("README.md"), RuleIndex.of(now.orThrow()));
        options.print("%s%n%s%n%s%n".formatted(file, scenarios, NEXT.in(options.language())));
    }

    /** A new file in the uppermost folder would take the place of one below, with all of its rules. */
    private static void refuseToHide(Path file, RuleTexts texts) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file) && texts.files().containsKey(name)) {
            String below = texts.folderOf(name) + "/" + name;
            throw new BadRequestException(List.of(new Text(
                    "A new file (%s) would take the place of %s. Choose another topic, or copy that file first."
                            .formatted(file, below),
                    "新文件（%s）会取代 %s。请换一个主题，或先复制该文件。".formatted(file, below))));
        }
    }

    private RuleTemplate template(LoadedRules loaded) {
        RuleTemplate template = new RuleTemplate(id);
        if (template.exists(loaded.orThrow().rules())) {
            throw new BadRequestException(
                    List.of(new Text("The rule (%s) exists already.".formatted(id), "规则（%s）已存在。".formatted(id))));
        }
        return template;
    }

    private static void append(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw RuleOptions.unwritable(file);
        }
    }

    private static void overwrite(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw RuleOptions.unwritable(file);
        }
    }
}
