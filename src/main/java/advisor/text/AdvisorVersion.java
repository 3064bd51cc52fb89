package advisor.text;

/** The version of this program, which is that of its build. */
public final class AdvisorVersion {
    public static final String NUMBER = "0.1.0";

    private AdvisorVersion() {}
}
