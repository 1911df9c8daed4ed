using System.CommandLine.Parsing;

namespace FaceFusion.Cli.Plugins;

/// <summary>A person of the plate, and who is put in for them.</summary>
/// <param name="Person">A photo of the person.</param>
/// <param name="Identity">A photo of who is put in; null for the render's own identity.</param>
internal sealed record Replacement(string Person, string? Identity = null)
{
    /// <summary>Reads <c>PERSON=IDENTITY</c>.</summary>
    /// <param name="result">The words.</param>
    public static Replacement[] Parse(ArgumentResult result)
    {
        List<Replacement> read = [];
        foreach (Token token in result.Tokens)
        {
            int split = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || split == token.Value.Length - 1)
                result.AddError($"'{token.Value}' names no replacement; write PERSON=IDENTITY, two pictures");
            else
                read.Add(new Replacement(token.Value[..split], token.Value[(split + 1)..]));
        }

        return [.. read];
    }
}
