namespace FaceFusion.Inference.Models;

/// <summary>The terms a model comes under.</summary>
/// <param name="Id">The licence's SPDX identifier, or a name of that kind where there is none.</param>
/// <param name="Commercial">One plain sentence on commercial use.</param>
/// <param name="Use">The same in a word.</param>
public sealed record ModelLicence(string Id, string Commercial, CommercialUse Use = CommercialUse.Ask)
{
    /// <summary>The terms of a file that somebody has and nobody knows.</summary>
    public static ModelLicence Unknown { get; } = new("unknown", "Ask whoever made the file before commercial use.");
}
