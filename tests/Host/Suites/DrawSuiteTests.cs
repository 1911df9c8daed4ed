using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Interacts;
using FaceFusion.Ofx.Abi;
using static FaceFusion.Host.Tests.Suites.SuiteAccess;

namespace FaceFusion.Host.Tests.Suites;

/// <summary>The draw and interact suites, in the hands of an overlay written here.</summary>
public sealed unsafe class DrawSuiteTests : ProbedInstance
{
    [ThreadStatic]
    private static SuiteAccess? _inOverlay;

    public DrawSuiteTests() => _inOverlay = Suites;

    protected override void Dispose(bool disposing)
    {
        _inOverlay = null;
        base.Dispose(disposing);
    }

    [Fact]
    public void What_an_overlay_draws_is_recorded()
    {
        Assert.Null(Instance.CreateOverlay());
        Instance.Properties.Put(
            OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2,
            FaceFusion.Host.Properties.PropertyValue.OfPointer((nint)(delegate* unmanaged[Cdecl]<byte*, void*, OfxPropertySetHandle, OfxPropertySetHandle, OfxStatus>)&Overlay));
        using HostedInteract overlay = Instance.CreateOverlay()!;

        IReadOnlyList<DrawCommand> drawn = overlay.Draw(12, new OfxPointD { x = 0.5, y = 0.5 });

        Assert.Equal(2, drawn.Count);
        Assert.Equal(OfxDrawPrimitive.kOfxDrawPrimitivePolygon, drawn[0].Primitive);
        Assert.Equal(12, drawn[0].Points[2].x);
        Assert.Equal(3, drawn[0].LineWidth);
        Assert.Equal(OfxDrawLineStipplePattern.kOfxDrawLineStipplePatternDash, drawn[0].Stipple);
        Assert.Equal("face 1", drawn[1].Text);
        Assert.Equal(0.5f, drawn[1].Colour.g);
        Assert.Equal(1, overlay.Redraws);
        Assert.Equal(OfxStatus.kOfxStatOK, overlay.Pen(OfxActions.kOfxInteractActionPenDown, 12, new OfxPointD { x = 1, y = 1 }, new OfxPointD { x = 7, y = 8 }));
        Assert.Equal(2, overlay.Redraws);
    }

    [Fact]
    public void Outside_a_draw_action_nothing_can_be_drawn()
    {
        var colour = new OfxRGBAColourF();
        Assert.Equal(OfxStatus.kOfxStatFailed, Suites.Draw->setColour(default, &colour));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Suites.Interact->interactRedraw(default));
    }

    [Fact]
    public void Values_that_make_no_sense_are_refused()
    {
        using var recorder = new DrawRecorder();
        OfxPointD* points = stackalloc OfxPointD[4];
        OfxRGBAColourF colour;
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->draw(recorder.Handle, OfxDrawPrimitive.kOfxDrawPrimitiveRectangle, points, 3));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->draw(recorder.Handle, OfxDrawPrimitive.kOfxDrawPrimitiveLines, points, 3));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->draw(recorder.Handle, (OfxDrawPrimitive)99, points, 3));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->draw(recorder.Handle, OfxDrawPrimitive.kOfxDrawPrimitiveLines, null, 2));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->setLineStipple(recorder.Handle, (OfxDrawLineStipplePattern)99));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->getColour(recorder.Handle, (OfxStandardColour)99, &colour));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.Draw->drawText(recorder.Handle, null, points, 0));
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.Draw->draw(recorder.Handle, OfxDrawPrimitive.kOfxDrawPrimitiveLines, points, 4));
        Assert.Single(recorder.Commands);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Overlay(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments)
    {
        SuiteAccess suites = _inOverlay!;
        switch (Marshal.PtrToStringUTF8((nint)action))
        {
            case OfxActions.kOfxInteractActionDraw:
                double time;
                void* context;
                suites.Property->propGetDouble(inArguments, Native(OfxProps.kOfxPropTime), 0, &time);
                suites.Property->propGetPointer(inArguments, Native(OfxInteractProps.kOfxInteractPropDrawContext), 0, &context);
                return Paint(suites, new OfxDrawContextHandle((nint)context), new OfxInteractHandle((nint)handle), time);
            case OfxActions.kOfxInteractActionPenDown:
                double* pen = stackalloc double[2];
                suites.Property->propGetDoubleN(inArguments, Native(OfxInteractProps.kOfxInteractPropPenPosition), 2, pen);
                suites.Interact->interactRedraw(new OfxInteractHandle((nint)handle));
                return pen[0] == 7 && pen[1] == 8 ? OfxStatus.kOfxStatOK : OfxStatus.kOfxStatFailed;
            default:
                return OfxStatus.kOfxStatOK;
        }
    }

    private static OfxStatus Paint(SuiteAccess suites, OfxDrawContextHandle context, OfxInteractHandle interact, double time)
    {
        OfxPointD* points = stackalloc OfxPointD[3];
        points[2].x = time;
        suites.Draw->setLineWidth(context, 3);
        suites.Draw->setLineStipple(context, OfxDrawLineStipplePattern.kOfxDrawLineStipplePatternDash);
        suites.Draw->draw(context, OfxDrawPrimitive.kOfxDrawPrimitivePolygon, points, 3);
        var colour = new OfxRGBAColourF { r = 1, g = 0.5f, b = 0, a = 1 };
        suites.Draw->setColour(context, &colour);
        suites.Draw->drawText(context, Native("face 1"), points, (int)OfxDrawTextAlignment.kOfxDrawTextAlignmentLeft);
        return suites.Interact->interactRedraw(interact);
    }
}
