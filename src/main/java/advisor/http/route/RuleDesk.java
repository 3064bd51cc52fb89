package advisor.http.route;

import advisor.file.AtomicFile;
import advisor.http.call.ProblemException;
import advisor.http.live.Knowledge;
import advisor.http.live.LiveKnowledge;
import advisor.request.FieldFault;
import advisor.request.ModelList;
import advisor.rules.LoadedRules;
import advisor.rules.RuleBook;
import advisor.rules.session.Patience;
import advisor.rules.text.RuleFiles;
import advisor.text.Fingerprint;
import advisor.text.LoadException;
import advisor.text.NearestName;
import advisor.text.Problem;
import advisor.text.Text;
import advisor.workshop.CheckReport;
import advisor.workshop.Impact;
import advisor.workshop.RuleCheck;
import advisor.workshop.RuleTemplate;
import advisor.workshop.Scenario;
import advisor.workshop.TestBench;
import advisor.workshop.Workshop;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where rule files are looked at, tried out and written. */
public final class RuleDesk {
    private static final Pattern NEW_FILE = Pattern.compile("[a-z][a-z0-9_]*\\.drl");

    private final LiveKnowledge knowledge;
    private final boolean editing;

    /** @param editing whether files may be written */
    public RuleDesk(LiveKnowledge knowledge, boolean editing) {
        this.knowledge = knowledge;
        this.editing = editing;
    }

    /** A rule file with another text than it has. */
    record Draft(String file, String text) {}

    /**
     * The text of a file as it is now.
     *
     * @param name is looked up among the files of the folder, and goes no further
     * @throws ProblemException if there is no such file
     */
    String text(String name) {
        return text(name, knowledge.files());
    }

    /** What a file was before it was saved here. */
    EarlierTexts earlier(String name) {
        return new EarlierTexts(knowledge.folderOf(name), name);
    }

    /**
     * The file of a topic with a new rule at its end, which fires nowhere until it is written; a file of its own for a topic
     * that has none.
     *
     * @param id {@code <topic>/<slug>}
     * @throws ProblemException if no rule may be called so, or one is
     */
    Draft begun(String id) {
        RuleTemplate template = new RuleTemplate(id);
        if (template.exists(knowledge.current().rules().rules())) {
            throw refused("The rule (%s) exists already.".formatted(id), "规则（%s）已存在。".formatted(id));
        }
        String file = template.topic() + ".drl";
        String before = textOrNone(file, knowledge.files());
        return new Draft(file, before.isEmpty() ? template.file() : before + template.rule());
    }

    private static ProblemException refused(String en, String zh) {
        return new ProblemException(HttpStatus.BAD_REQUEST, List.of(new FieldFault("id", new Text(en, zh))));
    }

    /** The text of a file; empty of one that could be begun. */
    String textOrNone(String name) {
        return textOrNone(name, knowledge.files());
    }

    private static String textOrNone(String name, RuleFiles files) {
        boolean begins = !files.texts().files().containsKey(name)
                && NEW_FILE.matcher(name).matches();
        return begins ? "" : text(name, files);
    }

    /** SHA-256 of a text in UTF-8. */
    static String sha256(String text) {
        return Fingerprint.ofBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * All that would be wrong with the rules.
     *
     * @param scenarios whether rules are run over the scenarios too
     * @param patience of who waits for each judgement
     */
    CheckReport check(Draft draft, boolean scenarios, Patience patience) {
        Knowledge active = knowledge.current();
        TestBench bench = active.study().bench();
        return new RuleCheck(active.catalog())
                .check(load(draft).within(patience), scenarios ? bench : bench.withoutScenarios());
    }

    /**
     * What the draft would do.
     *
     * @param request the only request to try; {@code null} for those of all scenarios
     * @param patience of who waits for each judgement
     * @throws LoadException if the draft does not load
     */
    Impact impact(Draft draft, @Nullable SortedMap<String, String> request, Patience patience) {
        Knowledge active = knowledge.current();
        RuleBook edited = load(draft).orThrow().within(patience);
        List<Scenario> scenarios = request == null
                ? active.study().bench().scenarios()
                : List.of(Scenario.of("", ModelList.catalogued(request, active.catalog())));
        Workshop before = request == null
                ? active.study().workshop()
                : new Workshop(active.catalog(), active.rules().within(patience), scenarios);
        return Impact.ofRules(before, edited, scenarios);
    }

    /**
     * Writes a file, a new one as well, if the rules with it are sound: they answer when this returns. What was there before is kept.
     *
     * @param sha256 of the text that the draft was made from
     * @throws ProblemException if nothing may or can be written, or the file has changed meanwhile
     * @throws LoadException if the rules would not load; nothing is then written
     */
    synchronized void save(Draft draft, String sha256) {
        refuseUnlessEditable(draft.file());
        String before = refuseIfChanged(draft.file(), sha256);
        if (draft.text().equals(before)) {
            return;
        }
        load(draft).orThrow();
        refuseIfChanged(draft.file(), sha256);
        EarlierTexts earlier = earlier(draft.file());
        Path kept = write(draft, before, earlier);
        List<Problem> problems = knowledge.reload();
        if (!problems.isEmpty()) {
            takeBack(draft, before, kept);
            knowledge.reload();
            throw new LoadException(problems);
        }
        earlier.dropOldest();
    }

    /** Gives the text that it still has. */
    private String refuseIfChanged(String file, String sha256) {
        String text = textOrNone(file);
        if (!sha256(text).equals(sha256)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    new Text(
                            "The file (%s) has changed since it was read. Read it again.".formatted(file),
                            "文件（%s）读取后已被改动，请重新读取。".formatted(file)));
        }
        return text;
    }

    private LoadedRules load(Draft draft) {
        RuleFiles files = knowledge.files();
        textOrNone(draft.file(), files);
        return knowledge.draft(files.with(draft.file(), draft.text()));
    }

    private static String text(String name, RuleFiles files) {
        SortedMap<String, String> texts = files.texts().files();
        String text = texts.get(name);
        if (text == null) {
            Text hint = NearestName.hintText(name, texts.keySet());
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    new Text(
                            "The rule file (%s) is not in the folder. %s"
                                    .formatted(name, hint.en())
                                    .strip(),
                            "文件夹中没有该规则文件（%s）。%s".formatted(name, hint.zh()).strip()));
        }
        return text;
    }

    private void refuseUnlessEditable(String file) {
        if (!editing) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    new Text(
                            "Rules may be edited only if the server was started with --edit.",
                            "只有以 --edit 启动的服务器才允许编辑规则。"));
        }
        Path folder = knowledge.folderOf(file);
        if (folder.getFileSystem() != FileSystems.getDefault() || !Files.isWritable(folder)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    new Text(
                            "The rules are packed in the program or may not be written. Start it with --rules DIR.",
                            "规则打包在程序内或不可写。请以 --rules 目录 启动。"));
        }
    }

    /** Gives where the text before is kept; {@code null} if the file is new. */
    private @Nullable Path write(Draft draft, String before, EarlierTexts earlier) {
        Path kept = null;
        try {
            kept = before.isEmpty() ? null : earlier.keep(before);
            AtomicFile.replace(
                    knowledge.folderOf(draft.file()).resolve(draft.file()),
                    draft.text().getBytes(StandardCharsets.UTF_8));
            return kept;
        } catch (IOException e) {
            EarlierTexts.drop(kept);
            throw notStored(draft.file());
        }
    }

    /** @param kept where the text before is kept, which is no earlier one any more */
    private void takeBack(Draft draft, String before, @Nullable Path kept) {
        Path file = knowledge.folderOf(draft.file()).resolve(draft.file());
        try {
            if (kept == null) {
                Files.deleteIfExists(file);
            } else {
                AtomicFile.replace(file, before.getBytes(StandardCharsets.UTF_8));
                Files.deleteIfExists(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rule file (%s) cannot be taken back.".formatted(draft.file()), e);
        }
    }

    private static ProblemException notStored(String file) {
        return new ProblemException(
                HttpStatus.INSUFFICIENT_STORAGE,
                new Text(
                        "The rule file (%s) cannot be written: it is as it was. Maybe the disk is full, or its folder may not be written to."
                                .formatted(file),
                        "规则文件（%s）无法写入，保持原样。请检查磁盘空间与写入权限。".formatted(file)));
    }
}
