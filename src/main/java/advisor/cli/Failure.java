package advisor.cli;

import advisor.audit.record.DamagedRecordException;
import advisor.cli.option.ExitCode;
import advisor.request.BadRequestException;
import advisor.rules.session.RuleFailure;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.Text;
import advisor.text.UnknownNameException;

/** What a program of the command line says and returns when it could not do what it was asked. */
public final class Failure {
    private static final Text LONGER = new Text(
            "Maybe the machine is busy: --judgement-deadline gives it longer.", "可能机器繁忙：--judgement-deadline 可延长时限。");

    private Failure() {}

    /** Why, for who typed the command. */
    public static String message(Exception exception, Language language) {
        if (exception instanceof BadRequestException bad) {
            return bad.message(language);
        }
        if (exception instanceof UnknownNameException unknown) {
            return unknown.message(language);
        }
        if (exception instanceof DamagedRecordException damaged) {
            return damaged.message(language);
        }
        if (exception instanceof LoadException faults) {
            return faults.message(language);
        }
        if (exception instanceof RuleFailure failure) {
            return failure.text().in(language) + (failure.isLate() ? System.lineSeparator() + LONGER.in(language) : "");
        }
        return exitCode(exception) == ExitCode.INTERNAL_FAULT
                ? "Internal fault: %s%nMaybe --debug tells more.".formatted(exception)
                : String.valueOf(exception.getMessage());
    }

    public static int exitCode(Exception exception) {
        if (exception instanceof BadRequestException || exception instanceof UnknownNameException) {
            return ExitCode.BAD_REQUEST;
        }
        if (exception instanceof DamagedRecordException) {
            return ExitCode.FAILED;
        }
        return exception instanceof LoadException || exception instanceof RuleFailure
                ? ExitCode.DOES_NOT_LOAD
                : ExitCode.INTERNAL_FAULT;
    }
}
