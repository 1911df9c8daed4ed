using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Patches;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Tests.Patches;

public class FacePatchTests
{
    private const int Side = 300;

    [SkippableFact]
    public void The_same_place_of_the_square_is_the_same_place_of_the_face()
    {
        FaceEngine engine = Material.Engine();
        Vector2[] eyes = new Vector2[2], mouths = new Vector2[2];
        for (int i = 0; i < 2; i++)
        {
            using Still target = Material.Open(Material.London(i == 0 ? "002" : "022"));
            Face face = engine.FindFaces(target.Frame)[0];
            using SwappedFace swapped = engine.Swap(target.Frame, face, engine.LoadIdentity(Material.Composite("m_easian")), new SwapOptions(Shape: 0))!;
            using ImageBuffer map = FacePatch.FromFrame(swapped, Side, out Plane defined);
            using (defined)
            {
                eyes[i] = At(map, swapped, face.Mesh.Points[33]);
                mouths[i] = At(map, swapped, face.Mesh.Points[61]);
            }
        }

        Assert.InRange(Vector2.Distance(eyes[0], eyes[1]), 0, 2.5);
        Assert.InRange(Vector2.Distance(mouths[0], mouths[1]), 0, 2.5);
        Assert.InRange(eyes[0].X, 0.1 * Side, 0.4 * Side);
        Assert.True(mouths[0].Y > eyes[0].Y + (0.2 * Side), "the mouth lies below the eye");
    }

    [SkippableFact]
    public void A_face_cut_by_the_frame_is_in_the_square_as_far_as_it_is_seen()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("002"));
        Face face = engine.FindFaces(target.Frame)[0];
        int right = (int)face.Mesh.Points[4].X;
        FrameView half = target.Frame with { Pixels = target.View.Crop(new RectI(0, 0, right, target.Height)) };
        using SwappedFace swapped = engine.Swap(half, face, engine.LoadIdentity(Material.Composite("m_easian")), new SwapOptions(Shape: 0))!;
        using ImageBuffer map = FacePatch.ToFrame(swapped, half.Pixels.Bounds, Side, out Plane defined), picture = FacePatch.Picture(swapped, Side);
        using (defined)
        {
            int seen = 0;
            for (int i = 0; i < map.Length; i++)
            {
                if (defined.Values[i] == 0)
                    continue;
                seen++;
                Assert.InRange(map.Pixels[i].X, 0, right);
                Assert.InRange(i % Side, 0, 0.75 * Side);
            }

            Assert.InRange(seen, 0.2 * Side * Side, 0.5 * Side * Side);
            Assert.InRange(picture.Pixels.ToArray().Count(pixel => pixel.W == 1), 0.98 * seen, seen);
        }
    }

    private static Vector2 At(ImageBuffer map, SwappedFace face, Vector3 point)
    {
        Vector4 place = map.Row((int)point.Y - face.PictureRegion.Y1)[(int)point.X - face.PictureRegion.X1];
        return new Vector2(place.X, place.Y);
    }
}
