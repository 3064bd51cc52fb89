package advisor.facts;

/** What the model is used for, which tells how long prompts and answers are and whether anybody waits for them. */
public enum Preset {
    NONE,
    CHAT,
    RAG,
    CODE,
    AGENT,
    BATCH,
    REASONING;

    /** Whether the model thinks at length before it answers. */
    public boolean thinks() {
        return this == REASONING;
    }

    /** Whether somebody waits for the answers. */
    public boolean waits() {
        return this != BATCH;
    }
}
