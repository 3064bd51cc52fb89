package advisor.facts.machine;

/** Who makes an accelerator. */
public enum Vendor {
    NVIDIA,
    AMD,
    HUAWEI,
    APPLE,
    INTEL,
    NONE
}
