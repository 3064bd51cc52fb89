package advisor.cli;

/** What the program tells the shell. */
final class ExitCode {
    static final int OK = 0;
    static final int INTERNAL_FAULT = 1;
    static final int BAD_REQUEST = 2;
    static final int NOTHING_VIABLE = 3;
    static final int DOES_NOT_LOAD = 4;
    static final int FAILED = 5;

    private ExitCode() {}
}
