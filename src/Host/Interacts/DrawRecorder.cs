using FaceFusion.Host.Handles;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Interacts;

/// <summary>A drawing context that records. Alive during one draw action; used by the thread that draws.</summary>
internal sealed class DrawRecorder : IDisposable
{
    private readonly List<DrawCommand> _commands = [];

    /// <summary>Creates the context and its handle.</summary>
    public DrawRecorder() => Handle = new OfxDrawContextHandle(HandleTable.Add(this));

    /// <summary>The handle that the plug-in draws with.</summary>
    public OfxDrawContextHandle Handle { get; }

    /// <summary>What was drawn, in order.</summary>
    public IReadOnlyList<DrawCommand> Commands => _commands;

    /// <summary>The colour; white until set.</summary>
    public OfxRGBAColourF Colour { get; set; } = new() { r = 1, g = 1, b = 1, a = 1 };

    /// <summary>The line width, in pixels.</summary>
    public float LineWidth { get; set; } = 1;

    /// <summary>The line pattern.</summary>
    public OfxDrawLineStipplePattern Stipple { get; set; }

    /// <summary>Records a primitive.</summary>
    public void Draw(OfxDrawPrimitive primitive, OfxPointD[] points) =>
        _commands.Add(new DrawCommand(primitive, points, string.Empty, default, Colour, LineWidth, Stipple));

    /// <summary>Records a text.</summary>
    public void DrawText(string text, OfxPointD position, OfxDrawTextAlignment alignment) =>
        _commands.Add(new DrawCommand(null, [position], text, alignment, Colour, LineWidth, Stipple));

    /// <summary>Withdraws the handle.</summary>
    public void Dispose() => HandleTable.Remove(Handle.Value);
}
