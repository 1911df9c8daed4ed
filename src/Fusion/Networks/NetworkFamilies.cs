using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Networks;

/// <summary>The class of each family that finds, measures, recognises or segments faces, by its contract.</summary>
public static class NetworkFamilies
{
    /// <summary>A detector.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, finds no faces, or isn't of the family that the manifest says.</exception>
    public static IFaceDetector Detector(ModelFile file) => Contract(file) switch
    {
        ContractNames.YuNet => new YuNetDetector(SessionCache.Get(file)),
        ContractNames.YuNetProduct => new YuNetDetector(SessionCache.Get(file), score: YuNetScore.Product),
        ContractNames.Scrfd => new ScrfdDetector(SessionCache.Get(file)),
        ContractNames.YoloFace => new YoloFaceDetector(SessionCache.Get(file)),
        ContractNames.MediaPipeDetector => new MediaPipeDetector(SessionCache.Get(file)),
        _ => throw Other(file, "finds faces"),
    };

    /// <summary>A landmarker.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <param name="views">How many crops are averaged where the family does so, 1 to 8.</param>
    /// <param name="iris">The iris network, for families without irises; or null.</param>
    /// <exception cref="ModelException">It can't be loaded, places no points, or isn't of the family that the manifest says.</exception>
    public static IFaceLandmarker Landmarker(ModelFile file, int views = 1, ModelFile? iris = null) => Contract(file) switch
    {
        ContractNames.MediaPipe478 => new FaceMeshLandmarker(SessionCache.Get(file), views),
        ContractNames.MediaPipe468 => new MediaPipe468Landmarker(SessionCache.Get(file), iris is null ? null : new MediaPipeIris(SessionCache.Get(iris))),
        ContractNames.Fan68 => new Fan68Landmarker(SessionCache.Get(file)),
        ContractNames.PeppaWutz => new PeppaWutzLandmarker(SessionCache.Get(file)),
        ContractNames.Fan68From5 => new Fan68From5Landmarker(SessionCache.Get(file)),
        ContractNames.Pfld98 => new Pfld98Landmarker(SessionCache.Get(file)),
        ContractNames.OpenSeeFace66 => new OpenSeeFace66Landmarker(SessionCache.Get(file)),
        _ => throw Other(file, "places points on a face"),
    };

    /// <summary>A recogniser.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, tells nobody apart, or isn't of the family that the manifest says.</exception>
    public static IFaceRecogniser Recogniser(ModelFile file) => Contract(file) switch
    {
        ContractNames.MobileFaceNet => new MobileFaceNetRecogniser(SessionCache.Get(file)),
        ContractNames.ArcFace => new ArcFaceRecogniser(SessionCache.Get(file)),
        _ => throw Other(file, "tells people apart"),
    };

    /// <summary>A segmenter.</summary>
    /// <param name="file">A file that a manifest knows.</param>
    /// <exception cref="ModelException">It can't be loaded, segments no face, or isn't of the family that the manifest says.</exception>
    public static IFaceSegmenter Segmenter(ModelFile file) => Contract(file) switch
    {
        ContractNames.SkinClothesHair => new SkinHairSegmenter(SessionCache.Get(file)),
        ContractNames.BiSeNet => new BiSeNetSegmenter(SessionCache.Get(file)),
        ContractNames.XSeg => new XSegSegmenter(SessionCache.Get(file)),
        _ => throw Other(file, "tells a face from what is in front of it"),
    };

    private static string Contract(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Entry?.Contract ?? "";
    }

    private static ModelException Other(ModelFile file, string task) =>
        new($"The model '{file.Name}' is of the family '{Contract(file)}', none of which {task}; choose another network.");
}
