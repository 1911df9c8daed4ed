namespace FaceFusion.Node;

/// <summary>
/// The names that saved projects and scripts refer to. They never change.
/// </summary>
internal static class NodeNames
{
    public const string Plugin = "net.facefusion-ofx.FaceFusion";

    public const string SourceClip = "Source";
    public const string IdentityClip = "Identity";
    public const string MatteClip = "Matte";
    public const string OutputClip = "Output";

    public const string IdentityFile = "identityFile";
    public const string IdentityFrom = "identityFrom";
    public const string FaceOrder = "faceOrder";
    public const string FaceNumber = "faceNumber";
    public const string Mix = "mix";
    public const string Feather = "feather";
    public const string UseMatte = "useMatte";
    public const string MatteChannel = "matteChannel";
    public const string InvertMatte = "invertMatte";
    public const string InputSpace = "inputSpace";
    public const string Output = "output";
}
