using System.Globalization;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Inference.Contracts;

/// <summary>A tensor as a contract asks for it.</summary>
/// <param name="Shape">
/// Its dimensions, outermost first, with an x between them: a number, a letter that stands for one size throughout the
/// contract (different letters for different sizes), _ for a size that the network leaves open, or ? for any size; a * in
/// front for any number of dimensions. Such as "1x3xSxS" or "*x10".
/// </param>
/// <param name="Name">Its name in the graph where the contract goes by names; else null.</param>
public sealed record TensorPattern(string Shape, string? Name = null)
{
    // What a name says of a network, in dimensions that agree.
    private const int NameWorth = 4;

    private readonly string[] _sizes = Shape.Split('x');

    /// <summary>
    /// How well a tensor agrees: null when it can't be this one, else the number of sizes that are just as they should be.
    /// Sizes that the network leaves open agree with anything and say nothing, but where they are to be open.
    /// </summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="letters">What the letters stand for; those that are met for the first time are added.</param>
    internal int? Agreement(TensorInfo tensor, Dictionary<string, long> letters)
    {
        if (Name is not null && Name != tensor.Name)
            return null;

        bool startsAnyhow = _sizes[0] == "*";
        ReadOnlySpan<string> sizes = startsAnyhow ? _sizes.AsSpan(1) : _sizes;
        int leading = tensor.Shape.Count - sizes.Length;
        if (leading < 0 || (leading > 0 && !startsAnyhow))
            return null;

        int agreement = Name is null ? 0 : NameWorth;
        for (int i = 0; i < sizes.Length; i++)
        {
            long? actual = tensor.Shape[leading + i];
            if (sizes[i] == "_" && actual is not null)
                return null;
            if (sizes[i] == "_")
                agreement++;
            if (sizes[i] is "?" or "_" || actual is not { } size)
                continue;
            if (!long.TryParse(sizes[i], NumberStyles.None, CultureInfo.InvariantCulture, out long wanted) && !letters.TryGetValue(sizes[i], out wanted))
            {
                if (letters.ContainsValue(size))
                    return null;
                letters[sizes[i]] = wanted = size;
            }

            if (size != wanted)
                return null;
            agreement++;
        }

        return agreement;
    }
}
