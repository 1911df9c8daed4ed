using System.Numerics;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.SideBySide.Crops;

/// <summary>
/// A frame, the crop of a face in it and what a network is taken to have made of that crop: the same 8-bit values for
/// OpenCV and, as floats, for the kernels.
/// </summary>
internal sealed class CropScene : IDisposable
{
    /// <summary>FaceFusion's default of the box mask's blur.</summary>
    public const double Blur = 0.3;

    // A medium shot: the crop is a third of the frame's height, turned a little.
    private const double CropsPerHeight = 3;
    private const double Turn = 0.2;

    /// <param name="size">The frame's.</param>
    /// <param name="side">The crop's side in its own pixels.</param>
    /// <param name="folder">Where files for the other process may lie.</param>
    public CropScene(FrameSize size, int side, string folder)
    {
        Size = size;
        Side = side;
        double face = size.Height / CropsPerHeight, scale = face / side;
        double reach = face / 2 * (Math.Cos(Turn) - Math.Sin(Turn)), drop = face / 2 * (Math.Cos(Turn) + Math.Sin(Turn));
        ToFrame = Affine2D.Similarity(scale, Turn, (size.Width * 0.46) - reach, (size.Height * 0.44) - drop);
        PlateFile = Path.Combine(folder, "plate.rgb");
        ResultFile = Path.Combine(folder, "result.rgb");
        Plate = Write(new ScenePicture(17, 7), size.Width, size.Height, face, PlateFile);
        Result = Write(new ScenePicture(29, 3), side, side, side, ResultFile);
    }

    public FrameSize Size { get; }

    public int Side { get; }

    /// <summary>From the crop's continuous coordinates to the frame's.</summary>
    public Affine2D ToFrame { get; }

    public ImageBuffer Plate { get; }

    public ImageBuffer Result { get; }

    public string PlateFile { get; }

    public string ResultFile { get; }

    /// <summary>From the frame to the crop where a pixel's centre has whole coordinates, as OpenCV counts; two rows of three.</summary>
    public double[] ToCropOfPixelCentres
    {
        get
        {
            Affine2D map = Affine2D.Translation(0.5, 0.5).Then(ToFrame.Invert()).Then(Affine2D.Translation(-0.5, -0.5));
            return [map.Xx, map.Xy, map.Tx, map.Yx, map.Yy, map.Ty];
        }
    }

    public void Dispose()
    {
        Plate.Dispose();
        Result.Dispose();
    }

    private static ImageBuffer Write(ScenePicture picture, int width, int height, double unit, string file)
    {
        ImageBuffer image = ImageBuffer.Uninitialized(width, height);
        byte[] bytes = new byte[3 * width * height];
        for (int i = 0; i < image.Length; i++)
        {
            Vector3 colour = Vector3.Round(picture.At((i % width) / unit, (i / width) / unit) * 255);
            bytes[3 * i] = (byte)colour.X;
            bytes[(3 * i) + 1] = (byte)colour.Y;
            bytes[(3 * i) + 2] = (byte)colour.Z;
            image.Pixels[i] = new Vector4(colour / 255, 1);
        }

        File.WriteAllBytes(file, bytes);
        return image;
    }
}
