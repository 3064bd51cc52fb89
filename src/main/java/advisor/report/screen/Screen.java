package advisor.report.screen;

import advisor.text.Language;

/**
 * What text is laid out for.
 *
 * @param columns how wide a line may be; a Chinese character takes two
 */
public record Screen(Language language, int columns, Paint paint) {
    private static final int COLUMNS = 100;
    private static final int FEWEST = 72;
    private static final int MOST = 160;

    /** A file, or what reads the answer as if it were one. */
    public static Screen file(Language language) {
        return new Screen(language, COLUMNS, Paint.PLAIN);
    }

    /** A terminal, as far as tables stay tables and lines can be read: from {@value #FEWEST} to {@value #MOST} columns. */
    public static Screen terminal(Language language, int columns, Paint paint) {
        return new Screen(language, Math.max(FEWEST, Math.min(MOST, columns)), paint);
    }

    /** The same without colours. */
    public Screen plain() {
        return new Screen(language, columns, Paint.PLAIN);
    }
}
