package advisor.cli.option;

/** What the program tells the shell. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int INTERNAL_FAULT = 1;
    public static final int BAD_REQUEST = 2;
    public static final int NOTHING_VIABLE = 3;
    public static final int DOES_NOT_LOAD = 4;
    public static final int FAILED = 5;

    private ExitCode() {}
}
