using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Interacts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The draw suite; outside a draw action every call fails, as ofxDrawSuite.h says.</summary>
internal static unsafe class DrawSuite
{
    /// <summary>More points than any overlay draws: a wild count shall not read without end.</summary>
    private const int MaxPoints = 1 << 20;

    private static readonly Dictionary<OfxStandardColour, OfxRGBAColourF> StandardColours = new()
    {
        [OfxStandardColour.kOfxStandardColourOverlayBackground] = Grey(0.2f),
        [OfxStandardColour.kOfxStandardColourOverlayActive] = Grey(1),
        [OfxStandardColour.kOfxStandardColourOverlaySelected] = Grey(0.9f),
        [OfxStandardColour.kOfxStandardColourOverlayDeselected] = Grey(0.6f),
        [OfxStandardColour.kOfxStandardColourOverlayMarqueeFG] = Grey(1),
        [OfxStandardColour.kOfxStandardColourOverlayMarqueeBG] = Grey(0),
        [OfxStandardColour.kOfxStandardColourOverlayText] = Grey(1),
    };

    /// <summary>The suite's functions.</summary>
    public static OfxDrawSuiteV1 Create() => new()
    {
        getColour = &GetColour,
        setColour = &SetColour,
        setLineWidth = &SetLineWidth,
        setLineStipple = &SetLineStipple,
        draw = &Draw,
        drawText = &DrawText,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetColour(OfxDrawContextHandle context, OfxStandardColour name, OfxRGBAColourF* colour) =>
        With(context, colour is not null && StandardColours.ContainsKey(name), _ => *colour = StandardColours[name]);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetColour(OfxDrawContextHandle context, OfxRGBAColourF* colour) =>
        With(context, colour is not null, recorder => recorder.Colour = *colour);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetLineWidth(OfxDrawContextHandle context, float width) =>
        With(context, width >= 0, recorder => recorder.LineWidth = width);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetLineStipple(OfxDrawContextHandle context, OfxDrawLineStipplePattern pattern) =>
        With(context, Enum.IsDefined(pattern), recorder => recorder.Stipple = pattern);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Draw(OfxDrawContextHandle context, OfxDrawPrimitive primitive, OfxPointD* points, int count) =>
        With(context, points is not null && count <= MaxPoints && Fits(primitive, count), recorder =>
            recorder.Draw(primitive, new ReadOnlySpan<OfxPointD>(points, count).ToArray()));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus DrawText(OfxDrawContextHandle context, byte* text, OfxPointD* position, int alignment) =>
        With(context, text is not null && position is not null, recorder =>
            recorder.DrawText(Guard.Text(text), *position, (OfxDrawTextAlignment)alignment));

    private static bool Fits(OfxDrawPrimitive primitive, int count) => primitive switch
    {
        OfxDrawPrimitive.kOfxDrawPrimitiveLines => count >= 2 && count % 2 == 0,
        OfxDrawPrimitive.kOfxDrawPrimitiveLineStrip or OfxDrawPrimitive.kOfxDrawPrimitiveLineLoop => count >= 2,
        OfxDrawPrimitive.kOfxDrawPrimitiveRectangle or OfxDrawPrimitive.kOfxDrawPrimitiveEllipse => count == 2,
        OfxDrawPrimitive.kOfxDrawPrimitivePolygon => count >= 3,
        _ => false,
    };

    private static OfxStatus With(OfxDrawContextHandle context, bool valid, Action<DrawRecorder> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(context.Value, out DrawRecorder? recorder))
            return OfxStatus.kOfxStatFailed;
        if (!valid)
            return OfxStatus.kOfxStatErrValue;

        body(recorder);
        return OfxStatus.kOfxStatOK;
    });

    private static OfxRGBAColourF Grey(float value) => new() { r = value, g = value, b = value, a = 1 };
}
