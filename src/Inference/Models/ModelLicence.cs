namespace FaceFusion.Inference.Models;

/// <summary>The terms a model comes under.</summary>
/// <param name="Id">The licence's SPDX identifier, or a name of that kind where there is none.</param>
/// <param name="Commercial">One plain sentence on commercial use.</param>
public sealed record ModelLicence(string Id, string Commercial);
