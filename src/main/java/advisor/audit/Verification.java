package advisor.audit;

import advisor.text.Text;
import java.util.List;

/**
 * What an examination of records found.
 *
 * @param records how many were examined
 * @param head SHA-256 of the last one; empty without any
 * @param faults all that is wrong, each with the file it is in
 * @param notes what is odd and breaks nothing
 */
public record Verification(int records, String head, List<Text> faults, List<Text> notes) {
    public boolean sound() {
        return faults.isEmpty();
    }
}
