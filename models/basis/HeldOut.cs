namespace FaceFusion.Basis;

/// <summary>The people of the London set who take no part in the fit; the figures that count are measured on them.</summary>
internal static class HeldOut
{
    /// <summary>Twenty names drawn once by a shuffle.</summary>
    public static IReadOnlyList<string> People { get; } =
    [
        "001", "004", "020", "025", "026", "034", "036", "062", "067", "094",
        "096", "100", "114", "119", "126", "129", "132", "135", "138", "142",
    ];
}
