using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Which pixels of a host's image a paste changes, and where what it pastes begins.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PasteWindow
{
    /// <summary>The first changed column of the image.</summary>
    public int X;

    /// <summary>The first changed row.</summary>
    public int Y;

    /// <summary>The image's column of the pasted pixels' first one.</summary>
    public int SourceX;

    /// <summary>The image's row of the pasted pixels' first one.</summary>
    public int SourceY;

    /// <summary>Pasted pixels of a row.</summary>
    public int Stride;
}
