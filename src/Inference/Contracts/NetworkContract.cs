using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Contracts;

/// <summary>A family of networks by what they take and give: what a file that nobody knows can be recognised by.</summary>
/// <param name="Id">Its name in the manifest's <see cref="ModelEntry.Contract"/>.</param>
/// <param name="Task">What its networks are for.</param>
/// <param name="Title">What it is, as the end of a sentence that begins with "It looks like".</param>
/// <param name="Inputs">What they take: those with names in any order, the others in this one.</param>
/// <param name="Outputs">What they give, likewise.</param>
public sealed record NetworkContract(
    string Id, ModelTask Task, string Title, IReadOnlyList<TensorPattern> Inputs, IReadOnlyList<TensorPattern> Outputs)
{
    /// <summary>Whether networks of the family may give more than <see cref="Outputs"/>, which is not looked at.</summary>
    public bool MayGiveMore { get; init; }

    /// <summary>Whether only whoever adds a file can say that it is of this family: its shapes are another family's too.</summary>
    public bool IsOnRequest { get; init; }

    /// <summary>How well a network agrees: null when it is of another family.</summary>
    /// <param name="inputs">What it takes.</param>
    /// <param name="outputs">What it gives.</param>
    internal int? Agreement(IReadOnlyList<TensorInfo> inputs, IReadOnlyList<TensorInfo> outputs)
    {
        Dictionary<string, long> letters = [];
        if (inputs.Count != Inputs.Count || outputs.Count < Outputs.Count || (outputs.Count > Outputs.Count && !MayGiveMore))
            return null;
        return Agreement(Inputs, inputs, letters) is { } taken && Agreement(Outputs, outputs, letters) is { } given ? taken + given : null;
    }

    private static int? Agreement(IReadOnlyList<TensorPattern> patterns, IReadOnlyList<TensorInfo> tensors, Dictionary<string, long> letters)
    {
        int sum = 0;
        for (int i = 0; i < patterns.Count; i++)
        {
            TensorPattern pattern = patterns[i];
            TensorInfo? tensor = pattern.Name is null ? tensors[i] : tensors.FirstOrDefault(tensor => tensor.Name == pattern.Name);
            if (tensor is null || pattern.Agreement(tensor, letters) is not { } agreement)
                return null;
            sum += agreement;
        }

        return sum;
    }
}
