namespace FaceFusion.Cli.Commands.Descriptions;

/// <summary>OpenFX's constants as people say them.</summary>
internal static class OfxTerms
{
    private static readonly string[] Prefixes = ["OfxImageEffectContext", "OfxParamType", "OfxImageEffect", "OfxImage"];

    /// <summary><c>Filter</c> for <c>OfxImageEffectContextFilter</c>, <c>Double</c> for <c>OfxParamTypeDouble</c>.</summary>
    public static string Short(string constant)
    {
        string? prefix = Array.Find(Prefixes, prefix => constant.StartsWith(prefix, StringComparison.Ordinal) && constant.Length > prefix.Length);
        return prefix is null ? constant : constant[prefix.Length..];
    }
}
