package advisor.facts.law;

import advisor.text.Text;

/** What an authority says of a part, in a sentence about it. */
public enum ExportState {
    EMBARGOED("is barred from export to this buyer", "禁止出口给该买方"),
    LICENCE_REQUIRED("needs a licence, granted case by case", "须逐案申请许可"),
    RESTRICTED("is discouraged or let through only in part", "不被鼓励或只部分放行"),
    PROHIBITED("must not be used by this buyer", "该买方不得使用"),
    PREFERRED("is preferred as a domestic part", "作为国产芯片优先"),
    RISK("is a sanctions risk for this buyer", "对该买方有制裁风险"),
    FREE("needs no licence", "无须许可");

    private final Text meaning;

    ExportState(String en, String zh) {
        this.meaning = new Text(en, zh);
    }

    /** Whether the part goes there with a licence at most. */
    public boolean holdsBack() {
        return this == EMBARGOED || this == LICENCE_REQUIRED || this == PROHIBITED;
    }

    public Text meaning() {
        return meaning;
    }
}
