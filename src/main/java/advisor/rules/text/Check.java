package advisor.rules.text;

import advisor.text.Ids;
import advisor.text.Text;

/** What a rule file is checked for. The id of a check is its name in lower case with hyphens. */
public enum Check {
    ENCODING("The file is UTF-8 text without a byte-order mark", "文件是不带字节序标记的 UTF-8 文本"),
    SYNTAX("The file is valid DRL", "文件符合 DRL 语法"),
    EMPTY("The file holds a rule", "文件里有规则"),
    PACKAGE("A file names no package", "文件不写包名"),
    COMPILE("Conditions and consequence compile", "条件与结论可以编译"),
    FORBIDDEN("No globals, functions, queries, declarations or attributes", "不用全局变量、函数、查询、声明与规则属性"),
    HOST_ACCESS("A rule reaches nothing but facts", "规则只接触事实"),
    MISSING_ANNOTATION("Source and both sentences are given", "写明来源与中英文语句"),
    UNKNOWN_ANNOTATION("Every annotation is known", "注解都是已知的"),
    REPEATED_ANNOTATION("No annotation stands twice", "注解不重复"),
    ANNOTATION_VALUE("Annotations have values of their kind", "注解的取值正确"),
    ID("A rule's name is its id: the file's name and a slug", "规则名即 id，由文件名与短名组成"),
    DUPLICATE("Ids are given once", "id 不重复"),
    FINDING("A rule states one finding", "每条规则给出一个结论"),
    POINTS("Concerns and merits carry points, the others none", "扣分与加分项有分值，其余没有"),
    UNEXPLAINED("Every condition can be explained", "每个条件都可解释"),
    PLACEHOLDER_UNBOUND("A placeholder starts from what the rule binds", "占位符取自规则绑定的变量"),
    PLACEHOLDER_PROPERTY("A placeholder follows properties that exist", "占位符的属性存在"),
    PLACEHOLDERS_DIFFER("Both sentences show the same values", "中英文语句显示相同的值"),
    RUNS("Rules answer a trial request without failing", "规则能无错地回答试运行请求"),
    UNKNOWN_SOURCE("A citation names a source of the catalog", "引用的来源在目录中"),
    CORRECTS("A correction names a founding rule", "更正所指的是原始文档的规则"),
    SHADOWS("No file takes the place of one of a lower folder", "没有文件取代下层文件夹中的文件"),
    AND_OR("Conditions stand apart, joined by commas", "条件以逗号分开"),
    LITERAL("Figures are parameters", "数值写成参数"),
    FIGURE("Sentences take figures from parameters", "语句中的数值取自参数"),
    LINE_LENGTH("Lines have 120 characters at most", "每行不超过 120 个字符"),
    OPT_OUT("An exception from a check gives a reason", "豁免检查须写明理由"),
    NEVER_FIRES("A rule fires in some scenario", "规则在某个场景中触发"),
    ALWAYS_FIRES("A rule does not fire always", "规则并非总是触发"),
    SAME_CONDITIONS("No two rules have the same conditions", "没有条件相同的规则"),
    SUBSET("No rule fires only where another of its topic does", "没有只在另一规则触发时才触发的同类规则"),
    CONTRADICTION("No topic has merit and concern from one ground", "同一主题不同时加分又扣分"),
    UNTESTED("A rule stands in a scenario as fired and as not fired", "每条规则都有触发与不触发的场景"),
    UNUSED_PARAMETER("A threshold is read by some rule", "阈值参数有规则读取"),
    UNUSED_FIELD("What a request says is read by some rule", "请求的每一项都有规则读取"),
    SILENT_OPTION("Every option has a finding", "每个方案都有结论");

    private final Text title;

    Check(String en, String zh) {
        this.title = new Text(en, zh);
    }

    public String id() {
        return Ids.of(this);
    }

    /** What holds where the check finds nothing. */
    public Text title() {
        return title;
    }

    /** Whether a rule that fails it cannot be run. */
    public boolean stopsLoading() {
        return compareTo(UNKNOWN_SOURCE) < 0;
    }
}
