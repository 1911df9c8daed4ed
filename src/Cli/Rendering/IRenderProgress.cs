namespace FaceFusion.Cli.Rendering;

/// <summary>Is told how far a render is.</summary>
internal interface IRenderProgress
{
    /// <summary>A frame was rendered.</summary>
    /// <param name="frame">Its number.</param>
    /// <param name="done">How many frames are rendered now.</param>
    /// <param name="total">How many there are to render.</param>
    void Rendered(int frame, int done, int total);
}
