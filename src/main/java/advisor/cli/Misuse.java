package advisor.cli;

import advisor.cli.option.Speech;
import advisor.request.amount.Amount;
import advisor.text.Language;
import advisor.text.NearestName;
import advisor.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that are none of a command: where its use is told, and last what is wrong, so that it is not scrolled away. */
final class Misuse {
    private Misuse() {}

    static String told(ParameterException wrong, List<String> arguments) {
        CommandLine command = wrong.getCommandLine();
        Language language = Speech.asked(arguments).orElseGet(() -> Speech.of(command));
        String name = command.getCommandSpec().qualifiedName();
        Text use = new Text(name + " --help tells how it is used.", "用法见 " + name + " --help。");
        return use.in(language)
                + System.lineSeparator()
                + fault(wrong, arguments).in(language);
    }

    private static Text fault(ParameterException wrong, List<String> arguments) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, arguments);
        }
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing);
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            return new Text(
                    "The value (%s) of %s must be %s."
                            .formatted(wrong.getValue(), name(argument), argument.paramLabel()),
                    "%s 的值（%s）必须是 %s。".formatted(name(argument), wrong.getValue(), argument.paramLabel()));
        }
        String english = String.valueOf(wrong.getMessage());
        return new Text(english, english.replaceFirst("^A command is missing: (.*)\\.$", "缺少命令：$1。"));
    }

    private static Text unmatched(UnmatchedArgumentException wrong, List<String> arguments) {
        String unknown = String.join(", ", wrong.getUnmatched());
        List<String> near = Stream.concat(
                        quoted(wrong.getUnmatched().get(0), arguments),
                        wrong.getSuggestions().stream()
                                .map(suggestion -> suggestion.split("[ =]", 2)[0]))
                .distinct()
                .limit(3)
                .toList();
        String maybe =
                System.lineSeparator() + "Maybe " + NearestName.either(near).en() + "?";
        String also = System.lineSeparator() + "是否指 " + NearestName.either(near).zh() + "？";
        return new Text(
                "Not known here: %s.%s".formatted(unknown, near.isEmpty() ? "" : maybe),
                "此处没有：%s。%s".formatted(unknown, near.isEmpty() ? "" : also));
    }

    /** A word behind the value of an option may be the rest of an amount. */
    private static Stream<String> quoted(String word, List<String> arguments) {
        int at = arguments.indexOf(word);
        boolean behindValue =
                at >= 2 && !word.startsWith("-") && !arguments.get(at - 1).startsWith("-");
        if (!behindValue || !arguments.get(at - 2).startsWith("--")) {
            return Stream.empty();
        }
        String whole = arguments.get(at - 1) + " " + word;
        return Amount.parse(whole).stream().map(any -> "%s \"%s\"".formatted(arguments.get(at - 2), whole));
    }

    private static Text missing(MissingParameterException wrong) {
        String missing = wrong.getMissing().stream().map(Misuse::name).collect(Collectors.joining(", "));
        return new Text("%s is missing.".formatted(missing), "缺少 %s。".formatted(missing));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
