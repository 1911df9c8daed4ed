namespace FaceFusion.Hosts.Tests.Validation;

/// <summary>The plug-in with every fault that leaves room for others, validated once under every host.</summary>
public sealed class ManyFaults
{
    /// <summary>A fault, the rule that finds it, a word of the finding, a host that minds.</summary>
    public static TheoryData<string, string, string, string> Planted => new()
    {
        { "bad-identifier", "identifier", "two words", "strict" },
        { "no-label", "label", "kOfxPropLabel", "strict" },
        { "no-grouping", "grouping", "Grouping", "strict" },
        { "unknown-context", "mandatory", "Teapot", "strict" },
        { "unknown-property", "unknown-property", "OfxImageEffectPropSuportsTiles", "strict" },
        { "wrong-type", "wrong-type", "OfxImageEffectPropSupportsTiles", "strict" },
        { "bad-index", "bad-index", "OfxPropLabel", "strict" },
        { "null-string", "null-argument", "OfxPropPluginDescription", "strict" },
        { "null-handle", "bad-handle", "OfxPropPluginDescription", "strict" },
        { "colour", "colour-property", "OfxImageEffectPropColourManagementStyle", "nuke" },
        { "no-components", "mandatory", "'Source' takes no components", "strict" },
        { "duplicate-clip", "clip-definition", "'Source'", "strict" },
        { "clip-in-describe", "clip-in-describe", "'Source'", "strict" },
        { "default-outside", "param-default", "'gain'", "strict" },
        { "no-display-range", "param-range", "'gain' lacks", "resolve" },
        { "no-parent", "param-parent", "'gain'", "strict" },
        { "duplicate-param", "param-definition", "gain", "strict" },
        { "unknown-type", "param-definition", "teapot", "strict" },
        { "integer2d", "unsupported-param", "pair", "resolve" },
        { "string-choice", "unsupported-param", "style", "natron" },
        { "empty-choice", "choice", "'empty'", "strict" },
        { "reversed-range", "param-range", "'reversed'", "strict" },
        { "mlt-name", "param-name", "'resource'", "mlt" },
        { "mlt-default", "param-default", "'expression'", "mlt" },
        { "page-child", "page-child", "'nowhere'", "strict" },
        { "write-in-create", "param-write-in-create", "'gain'", "strict" },
        { "unknown-param", "unknown-param", "'nowhere'", "strict" },
        { "destroy-default", "default-answer", "OfxActionDestroyInstance", "strict" },
        { "read-only", "read-only", "'OfxPropName'", "strict" },
        { "clip-preference", "clip-preference", "OfxBitDepthQuarter", "strict" },
        { "region-nan", "region", "region of definition", "strict" },
        { "identity-clip", "identity", "'Nobody'", "strict" },
        { "bad-status", "bad-status", "77", "strict" },
        { "purge-fails", "action-failed", "OfxActionPurgeCaches", "strict" },
        { "unknown-action", "unknown-action", "kOfxStatReplyDefault", "strict" },
        { "write-in-render", "param-write", "'gain'", "strict" },
        { "leak", "image-leak", "release", "strict" },
        { "release-twice", "image-release", "once", "strict" },
        { "unwritten", "unwritten", "fill", "strict" },
        { "print", "prints", "rendering", "strict" },
    };

    internal Validation Result { get; } = Validation.OfBad(string.Join(',', Planted.Select(row => (string)row[0])));
}
