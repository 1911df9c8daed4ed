namespace FaceFusion.Fusion.Identity.Files;

/// <summary>Who may be put in, for what, and until when: it travels with the identity.</summary>
/// <param name="Subject">Whose face it is and who gave the consent.</param>
/// <param name="Purpose">What it may be used for.</param>
/// <param name="Until">The last day of use; null for no end.</param>
/// <param name="Reference">Where the consent itself is kept, such as a contract's number; "" for none.</param>
public sealed record ConsentRecord(string Subject, string Purpose, DateOnly? Until = null, string Reference = "")
{
    /// <summary>Whether the consent has ended on a day.</summary>
    /// <param name="day">The day.</param>
    public bool HasEnded(DateOnly day) => Until is { } last && day > last;
}
