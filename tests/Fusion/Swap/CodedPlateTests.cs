using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests.Swap;

/// <summary>A plate in a camera's or a display's code is swapped as the light that it stands for.</summary>
public class CodedPlateTests
{
    private static readonly NetworkSpace Linear = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    private static readonly NetworkSpace[] Coded =
    [
        Space(TransferCurve.SceneLinear, ColourPrimaries.AcesAp1), Space(TransferCurve.SceneLinear, ColourPrimaries.AcesAp0),
        Space(TransferCurve.SceneLinear, ColourPrimaries.Rec2020), Space(TransferCurve.AcesCct, ColourPrimaries.AcesAp1),
        Space(TransferCurve.LogC3, ColourPrimaries.ArriWideGamut3), Space(TransferCurve.LogC4, ColourPrimaries.ArriWideGamut4),
        Space(TransferCurve.SLog3, ColourPrimaries.SGamut3Cine), Space(TransferCurve.Pq, ColourPrimaries.Rec2020),
        Space(TransferCurve.Hlg, ColourPrimaries.Rec2020),
    ];

    [SkippableFact]
    public void A_coded_plate_gives_the_swap_of_its_light()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer light = Light(target);
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        FrameView lightView = new(light.AsView(), Linear, false);
        Face face = engine.FindFaces(lightView)[0];
        using ImageBuffer expected = Swapped(engine, lightView, face, identity);
        Assert.True(ChangedPixels(light, expected) > 50_000, "the face is swapped");

        foreach (NetworkSpace space in Coded)
        {
            using ImageBuffer codes = Recoded(light, Linear, space);
            FrameView view = new(codes.AsView(), space, false);
            Face found = engine.FindFaces(view)[0];
            for (int i = 0; i < face.Mesh.Points.Length; i++)
                Assert.InRange(Vector3.Distance(face.Mesh.Points[i], found.Mesh.Points[i]), 0, 0.5f);

            using ImageBuffer result = Swapped(engine, view, face, identity), actual = Recoded(result, space, Linear);
            float most = 0;
            for (int i = 0; i < expected.Length; i++)
                most = Math.Max(most, Vector4.Distance(Linear.Encode(expected.Pixels[i]), Linear.Encode(actual.Pixels[i])));
            Assert.True(most <= 1e-5f, $"{space} differs by {most}");
        }
    }

    // Video is mixed in its own code values, as its hosts do it, and both of its curves are nearly the same.
    [SkippableFact]
    public void Video_gives_the_swap_of_the_same_picture_in_sRGB()
    {
        FaceEngine engine = Material.Engine();
        NetworkSpace display = new(TransferCurve.Display, HighlightRollOff: false), video = new(TransferCurve.Bt1886, HighlightRollOff: false);
        using Still target = Material.Open(Material.London("002"));
        using ImageBuffer light = Light(target), shown = Recoded(light, Linear, display), codes = Recoded(light, Linear, video);
        IdentityPortrait identity = engine.LoadIdentity(Material.Composite("f_white"));
        FrameView shownView = new(shown.AsView(), display, false), codedView = new(codes.AsView(), video, false);
        Face face = engine.FindFaces(shownView)[0];

        using ImageBuffer expected = Swapped(engine, shownView, face, identity), result = Swapped(engine, codedView, face, identity);
        using ImageBuffer actual = Recoded(result, video, display);
        Assert.True(ChangedPixels(shown, expected) > 50_000, "the face is swapped");
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(Vector4.Distance(expected.Pixels[i], actual.Pixels[i]), 0, 0.01f);
    }

    private static NetworkSpace Space(TransferCurve curve, ColourPrimaries primaries) =>
        new(curve, HighlightRollOff: true) { Primaries = primaries };

    private static int ChangedPixels(ImageBuffer before, ImageBuffer after)
    {
        int changed = 0;
        for (int i = 0; i < before.Length; i++)
            changed += before.Pixels[i] == after.Pixels[i] ? 0 : 1;
        return changed;
    }

    private static ImageBuffer Swapped(FaceEngine engine, in FrameView view, Face face, IdentityPortrait identity)
    {
        using SwappedFace swapped = engine.Swap(view, face, identity, new SwapOptions())!;
        ImageBuffer result = new(view.Width, view.Height);
        ResidualPaste.Composite(view.Pixels, result.AsView(), result.Bounds, swapped.Residual(), premultiplied: false);
        return result;
    }

    private static ImageBuffer Light(Still still)
    {
        ImageBuffer image = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, NetworkSpace.Working, still.Premultiplied, image);
        foreach (ref Vector4 pixel in image.Pixels)
            pixel = (Linear with { HighlightRollOff = false }).Decode(pixel);
        return image;
    }

    private static ImageBuffer Recoded(ImageBuffer image, NetworkSpace source, NetworkSpace destination)
    {
        ImageBuffer result = new(image.Width, image.Height);
        for (int i = 0; i < image.Length; i++)
            result.Pixels[i] = (destination with { HighlightRollOff = false }).Decode((source with { HighlightRollOff = false }).Encode(image.Pixels[i]));
        return result;
    }
}
