package advisor.http.live;

import java.util.Optional;

/**
 * A file that people may read and write, called {@code parameters/budget.yaml}. It need not be there, but there is nowhere
 * else that its name could lead to.
 */
public record KnowledgeFile(KnowledgeFolder folder, String name) {

    /** Empty if no file may be called so. */
    public static Optional<KnowledgeFile> named(String id) {
        String[] parts = id.split("/", -1);
        return parts.length == 2
                ? KnowledgeFolder.named(parts[0])
                        .filter(folder -> folder.listed().matcher(parts[1]).matches())
                        .map(folder -> new KnowledgeFile(folder, parts[1]))
                : Optional.empty();
    }

    public String id() {
        return folder.id() + "/" + name;
    }

    /** Whether it may be begun where it is not there. */
    public boolean mayBegin() {
        return folder.begun().matcher(name).matches();
    }

    /** What its name begins with: its topic, or the id of what it tells of. */
    public String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    String path() {
        return folder.path(name);
    }
}
