package advisor.text;

/** A language in which the advisor answers. */
public enum Language {
    EN,
    ZH
}
