package advisor.cli.catalog;

import advisor.cli.option.Answer;
import advisor.file.AtomicFile;
import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code advisor catalog new}. */
@Command(
        name = "new",
        description = "Write the file of a new option, accelerator, offer or parameter, or print the lines of a quote.",
        mixinStandardHelpOptions = true)
public final class CatalogNewCommand implements Runnable {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private static final Text WRITTEN = new Text(
            "%s%nFill in what is empty and run: catalog check, which tells what is still missing.%n",
            "%s%n请填写留空处，再运行 catalog check，它会指出仍缺少的内容。%n");

    private static final Text PUT = new Text("# Put this below \"%s\" of %s:%n%s", "# 请放在 %2$s 的 \"%1$s\" 之下：%n%3$s");

    /** What can be begun. */
    enum Kind {
        OPTION,
        ACCELERATOR,
        OFFER,
        QUOTE,
        PARAMETER
    }

    @Parameters(index = "0", paramLabel = "KIND", description = "option, accelerator, offer, quote or parameter.")
    private Kind kind = Kind.OPTION;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "Its id; of a quote that of the option; of a parameter as in cost/busy-share.")
    private String id = "";

    @Mixin
    private final Answer answer = new Answer();

    /** Other files may be unfinished, so that none is read. */
    @Override
    public void run() {
        switch (kind) {
            case OPTION -> write("options/", "option");
            case ACCELERATOR -> write("accelerators/", "accelerator");
            case OFFER -> write("offers/", "offer");
            case QUOTE -> quote();
            case PARAMETER -> parameter();
        }
    }

    private void quote() {
        check(ID.matcher(id).matches());
        Path option = file("options/" + id);
        if (!Files.exists(option)) {
            throw bad(new Text("There is no option %s.", "没有方案 %s。").with(id));
        }
        answer.say(PUT.with("quotes:", option, CatalogTemplate.of("quote")));
    }

    private void parameter() {
        int slash = Math.max(0, id.indexOf('/'));
        String topic = id.substring(0, slash);
        check(ID.matcher(topic).matches() && ID.matcher(id.substring(slash + 1)).matches());
        String parameter = CatalogTemplate.of("parameter").replace("{ID}", id);
        Path file = file("parameters/" + topic);
        if (Files.exists(file)) {
            answer.say(PUT.with("parameters:", file, parameter));
        } else {
            write(file, CatalogTemplate.of("parameters").replace("{TOPIC}", topic) + parameter);
        }
    }

    private void write(String folder, String template) {
        check(ID.matcher(id).matches());
        write(file(folder + id), CatalogTemplate.of(template).replace("{ID}", id));
    }

    private Path file(String name) {
        return answer.catalogFolder().resolve(name + ".yaml");
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(AtomicFile.folder(file));
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            throw bad(new Text("There is one of that id (%s) already.", "id（%s）已存在。").with(id));
        } catch (IOException e) {
            throw bad(new Text(
                            "The file (%s) cannot be written. Maybe the disk is full, or its folder is not yours to write?",
                            "文件（%s）无法写入。请检查磁盘空间与写入权限。")
                    .with(file));
        }
        answer.say(WRITTEN.with(file));
    }

    private void check(boolean valid) {
        if (!valid) {
            throw bad(new Text(
                            "The id (%s) must be in lower case with hyphens; of a parameter, behind its topic and a slash.",
                            "id（%s）须为小写字母、数字与连字符；参数须写作“主题/短名”。")
                    .with(id));
        }
    }

    private static BadRequestException bad(Text fault) {
        return new BadRequestException(List.of(fault));
    }
}
