package advisor.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What fish completes: a line for each command and for each option of one, made from the commands themselves. */
final class FishCompletion {
    private static final Pattern CHOICES = Pattern.compile("[a-z0-9-]+(\\|[a-z0-9-]+)+");
    private static final Pattern PATHS = Pattern.compile(".*(FILE|DIR|PATH).*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:。；：](\\s|$).*|[。；：].*");

    private final String program;
    private final List<String> paths = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandLine root) {
        FishCompletion fish = new FishCompletion(root.getCommandName());
        fish.add("", root);
        return fish.script();
    }

    /** @param path of the command from the program on, without it */
    private void add(String path, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.options().stream().filter(option -> !option.hidden()).forEach(option -> line(path, option(option)));
        command.getSubcommands().forEach((name, inner) -> {
            String longer = (path + " " + name).strip();
            paths.add(longer);
            line(
                    path,
                    "-f -a " + name
                            + described(inner.getCommandSpec().usageMessage().description()));
            add(longer, inner);
        });
    }

    private void line(String path, String what) {
        lines.add("complete -c %s -n '__%s_at \"%s\"' %s".formatted(program, program, path, what));
    }

    private static String option(OptionSpec option) {
        StringBuilder said = new StringBuilder();
        for (String name : option.names()) {
            said.append(name.startsWith("--") ? "-l " : "-s ")
                    .append(name.replaceFirst("^--?", ""))
                    .append(' ');
        }
        return said + value(option) + described(option.description());
    }

    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "-f";
        }
        if (CHOICES.matcher(option.paramLabel()).matches()) {
            return "-x -a '" + option.paramLabel().replace('|', ' ') + "'";
        }
        if (option.completionCandidates() != null) {
            return "-x -a '"
                    + StreamSupport.stream(option.completionCandidates().spliterator(), false)
                            .map(value -> value.toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(" "))
                    + "'";
        }
        return PATHS.matcher(option.paramLabel()).matches() ? "-r -F" : "-x";
    }

    /** The first sentence. */
    private static String described(String[] description) {
        if (description.length == 0) {
            return "";
        }
        String said = SENTENCE_END.matcher(description[0].replace("%n", " ")).replaceFirst("");
        return " -d '" + said.replace("%%", "%").replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The commands typed so far are those words that name one behind the commands before. */
    private String script() {
        return """
                # Completion of %1$s for fish: %1$s completion fish | source
                function __%1$s_at
                    set -l known %2$s
                    set -l path ''
                    for word in (commandline -opc)[2..-1]
                        set -l longer (string trim -- "$path $word")
                        contains -- "$longer" $known; and set path "$longer"
                    end
                    test "$path" = "$argv[1]"
                end
                """
                        .formatted(
                                program,
                                paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(" ")))
                + String.join("\n", lines)
                + "\n";
    }
}
