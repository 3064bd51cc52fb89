package advisor.model;

/** A language in which the advisor answers. */
public enum Language {
    EN,
    ZH
}
