namespace FaceFusion.Inference.Models;

/// <summary>How one of the project's own networks came about.</summary>
/// <param name="Tool">The folder of the tools that made it; its README tells how.</param>
/// <param name="Teachers">The ids of the models whose answers it learnt from.</param>
/// <param name="Sources">The pictures it learnt on.</param>
/// <param name="Figures">What <c>bench/starter</c> measured on people it never saw, by the bench's names.</param>
public sealed record ModelTraining(
    string Tool,
    IReadOnlyList<string> Teachers,
    IReadOnlyList<ResourceSource> Sources,
    IReadOnlyDictionary<string, double> Figures);
