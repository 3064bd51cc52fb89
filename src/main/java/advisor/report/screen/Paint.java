package advisor.report.screen;

import advisor.advice.Stance;

/** Terminal colours, or none. */
public enum Paint {
    PLAIN,
    COLOURED;

    private static final String ESCAPE = "\u001b[";

    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String stance(Stance stance, String text) {
        return switch (stance) {
            case STRONGLY_RECOMMENDED, RECOMMENDED -> paint("32", text);
            case ACCEPTABLE -> paint("36", text);
            case DISCOURAGED, UNDECIDED -> paint("33", text);
            case NOT_RECOMMENDED, REJECTED -> paint("31", text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }
}
