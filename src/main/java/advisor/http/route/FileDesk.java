package advisor.http.route;

import advisor.file.AtomicFile;
import advisor.http.call.ProblemException;
import advisor.http.live.Knowledge;
import advisor.http.live.KnowledgeFile;
import advisor.http.live.KnowledgeFolder;
import advisor.http.live.LiveKnowledge;
import advisor.request.FieldFault;
import advisor.text.Fingerprint;
import advisor.text.LoadException;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import advisor.workshop.RuleTemplate;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the files of all that is known are looked at and written. */
public final class FileDesk {
    private final LiveKnowledge knowledge;
    private final boolean editing;

    /** @param editing whether files may be written */
    public FileDesk(LiveKnowledge knowledge, boolean editing) {
        this.knowledge = knowledge;
        this.editing = editing;
    }

    LiveKnowledge knowledge() {
        return knowledge;
    }

    /**
     * The file of a name: one that is there, or could be begun.
     *
     * @throws ProblemException if there is no such file, nor could be
     */
    KnowledgeFile file(String id) {
        return KnowledgeFile.named(id)
                .filter(file -> file.mayBegin() || knowledge.folders().files().contains(file))
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The text of a file as it is now.
     *
     * @throws ProblemException if there is no such file
     */
    String text(KnowledgeFile file) {
        return knowledge.folders().text(file).orElseThrow(() -> unknown(file.id()));
    }

    private ProblemException unknown(String id) {
        List<String> known =
                knowledge.folders().files().stream().map(KnowledgeFile::id).toList();
        Text hint = NearestName.hintText(id, known);
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                new Text(
                        "The file (%s) is not there. %s"
                                .formatted(id, hint.en())
                                .strip(),
                        "没有该文件（%s）。%s".formatted(id, hint.zh()).strip()));
    }

    /** What a file was before it was saved here. */
    EarlierTexts earlier(KnowledgeFile file) {
        return new EarlierTexts(path(file));
    }

    private Path path(KnowledgeFile file) {
        return knowledge.folders().path(file);
    }

    /**
     * The file of a topic with a new rule at its end, which fires nowhere until it is written; a file of its own for a topic
     * that has none.
     *
     * @param id {@code <topic>/<slug>}
     * @throws ProblemException if no rule may be called so, or one is
     */
    Draft begunRule(String id) {
        RuleTemplate template = new RuleTemplate(id);
        if (template.exists(knowledge.current().rules().rules())) {
            throw refused("id", "The rule (%s) exists already.".formatted(id), "规则（%s）已存在。".formatted(id));
        }
        KnowledgeFile file = file(KnowledgeFolder.RULES + "/" + template.topic() + ".drl");
        String before = textOrNone(file);
        return new Draft(file, before.isEmpty() ? template.file() : before + template.rule());
    }

    /**
     * A file of scenarios with a request at its end, which expects what the advice on it is now.
     *
     * @throws ProblemException if the file is none of scenarios, or one has the name
     */
    Draft begunScenario(KnowledgeFile file, ScenarioTemplate template) {
        if (!file.folder().id().equals(KnowledgeFolder.SCENARIOS)) {
            throw refused("file", "The file must be one of scenarios.", "文件须为场景文件。");
        }
        Knowledge active = knowledge.current();
        if (active.study().bench().scenarios().stream()
                .anyMatch(one -> one.name().equals(template.name()))) {
            throw refused(
                    "name",
                    "The scenario (%s) exists already.".formatted(template.name()),
                    "场景（%s）已存在。".formatted(template.name()));
        }
        return new Draft(file, (textOrNone(file).stripTrailing() + "\n\n" + template.text(active)).stripLeading());
    }

    private static ProblemException refused(String field, String en, String zh) {
        return new ProblemException(HttpStatus.BAD_REQUEST, List.of(new FieldFault(field, new Text(en, zh))));
    }

    /** The text of a file; empty of one that is yet to be begun. */
    String textOrNone(KnowledgeFile file) {
        return knowledge.folders().text(file).orElse("");
    }

    /** SHA-256 of a text in UTF-8. */
    static String sha256(String text) {
        return Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file, a new one as well, if all loads with it: it answers when this returns. What was there before is kept.
     *
     * @param sha256 of the text that the draft was made from
     * @throws ProblemException if nothing may or can be written, or the file has changed meanwhile
     * @throws LoadException if something would not load; nothing is then written
     */
    synchronized void save(Draft draft, String sha256) {
        refuseUnlessEditable(draft.file());
        String before = refuseIfChanged(draft.file(), sha256);
        if (draft.text().equals(before)) {
            return;
        }
        refuseUnlessSound(knowledge.faults(knowledge.folders().with(draft.file(), draft.text())));
        refuseIfChanged(draft.file(), sha256);
        EarlierTexts earlier = earlier(draft.file());
        Path kept = write(draft, before, earlier);
        List<Problem> problems = knowledge.reload();
        if (!problems.isEmpty()) {
            takeBack(draft, before, kept);
            knowledge.reload();
            refuseUnlessSound(problems);
        }
        earlier.dropOldest();
    }

    private static void refuseUnlessSound(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new LoadException(problems);
        }
    }

    /** Gives the text that it still has. */
    private String refuseIfChanged(KnowledgeFile file, String sha256) {
        String text = textOrNone(file);
        if (!sha256(text).equals(sha256)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    new Text(
                            "The file (%s) has changed since it was read. Read it again.".formatted(file.id()),
                            "文件（%s）读取后已被改动，请重新读取。".formatted(file.id())));
        }
        return text;
    }

    private void refuseUnlessEditable(KnowledgeFile file) {
        if (!editing) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    new Text(
                            "Rules and figures may be edited only if the server was started with --edit.",
                            "只有以 --edit 启动的服务器才允许编辑规则与数据。"));
        }
        Path folder = knowledge.folders().folder(file);
        if (folder.getFileSystem() != FileSystems.getDefault() || !isWritable(folder)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    new Text(
                            "The file is packed in the program or may not be written. Start it with --rules DIR and --catalog DIR.",
                            "文件打包在程序内或不可写。请以 --rules 目录 与 --catalog 目录 启动。"));
        }
    }

    /** A folder that is not there yet is made in the one above. */
    private static boolean isWritable(Path folder) {
        return Files.isWritable(Files.exists(folder) ? folder : folder.resolveSibling("."));
    }

    /** Gives where the text before is kept; {@code null} if the file is new. */
    private @Nullable Path write(Draft draft, String before, EarlierTexts earlier) {
        Path kept = null;
        try {
            kept = before.isEmpty() ? null : earlier.keep(before);
            Files.createDirectories(knowledge.folders().folder(draft.file()));
            AtomicFile.replace(path(draft.file()), draft.text().getBytes(StandardCharsets.UTF_8));
            return kept;
        } catch (IOException e) {
            EarlierTexts.drop(kept);
            throw notStored(draft.file());
        }
    }

    /** @param kept where the text before is kept, which is no earlier one any more */
    private void takeBack(Draft draft, String before, @Nullable Path kept) {
        Path file = path(draft.file());
        try {
            if (kept == null) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.replace(file, before.getBytes(StandardCharsets.UTF_8));
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file (%s) cannot be taken back.".formatted(draft.file().id()), e);
        }
    }

    private static ProblemException notStored(KnowledgeFile file) {
        return new ProblemException(
                HttpStatus.INSUFFICIENT_STORAGE,
                new Text(
                        "The file (%s) cannot be written: it is as it was. Maybe the disk is full, or its folder may not be written to."
                                .formatted(file.id()),
                        "文件（%s）无法写入，保持原样。请检查磁盘空间与写入权限。".formatted(file.id())));
    }
}
