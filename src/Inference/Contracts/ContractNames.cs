namespace FaceFusion.Inference.Contracts;

/// <summary>The names of the families in manifests: <see cref="NetworkContract.Id"/>. They never change.</summary>
public static class ContractNames
{
    /// <summary>YuNet detectors; score √(class · objectness), as OpenCV reads them.</summary>
    public const string YuNet = "yunet";

    /// <summary>The same networks, score class · objectness, as FaceFusion reads them.</summary>
    public const string YuNetProduct = "yunet-product";

    /// <summary>InsightFace's detectors RetinaFace and SCRFD: one contract.</summary>
    public const string Scrfd = "scrfd";

    /// <summary>YOLO face detectors with five points.</summary>
    public const string YoloFace = "yolo-face";

    /// <summary>MediaPipe's face detectors, short and full range.</summary>
    public const string MediaPipeDetector = "mediapipe-detector";

    /// <summary>2D-FAN, 68 points by heat maps.</summary>
    public const string Fan68 = "2dfan4";

    /// <summary>PeppaPig, 68 points with confidences.</summary>
    public const string PeppaWutz = "peppa-wutz";

    /// <summary>68 points guessed from five.</summary>
    public const string Fan68From5 = "fan-68-5";

    /// <summary>PFLD, 98 points in the order of WFLW.</summary>
    public const string Pfld98 = "pfld-98";

    /// <summary>OpenSeeFace, 66 points by heat maps.</summary>
    public const string OpenSeeFace66 = "openseeface-66";

    /// <summary>MediaPipe's face mesh without irises.</summary>
    public const string MediaPipe468 = "mediapipe-468";

    /// <summary>MediaPipe's face mesh with irises, and the project's own.</summary>
    public const string MediaPipe478 = "mediapipe-478";

    /// <summary>MediaPipe's iris of one eye.</summary>
    public const string MediaPipeIris = "mediapipe-iris";

    /// <summary>ArcFace recognisers of 512 values.</summary>
    public const string ArcFace = "arcface";

    /// <summary>MobileFaceNet recognisers of 128 values, and the project's own.</summary>
    public const string MobileFaceNet = "arcface-112";

    /// <summary>FairFace: race, gender and age.</summary>
    public const string FairFace = "fairface";

    /// <summary>XSeg: what of a face is visible.</summary>
    public const string XSeg = "xseg";

    /// <summary>BiSeNet: 19 parts of a face.</summary>
    public const string BiSeNet = "bisenet";

    /// <summary>Skin, clothes and hair.</summary>
    public const string SkinClothesHair = "skin-clothes-hair";

    /// <summary>InsightFace's inswapper.</summary>
    public const string InSwapper = "inswapper";

    /// <summary>HyperSwap, with its own matte.</summary>
    public const string HyperSwap = "hyperswap";

    /// <summary>SimSwap.</summary>
    public const string SimSwap = "simswap";

    /// <summary>GHOST.</summary>
    public const string Ghost = "ghost";

    /// <summary>HifiFace.</summary>
    public const string HifiFace = "hififace";

    /// <summary>BlendSwap; its identity is a picture.</summary>
    public const string BlendSwap = "blendswap";

    /// <summary>UniFace; its identity is a picture.</summary>
    public const string UniFace = "uniface";

    /// <summary>DeepFaceLive models: one person each.</summary>
    public const string Dfm = "dfm";

    /// <summary>Converters from ArcFace's embeddings to a swapper's.</summary>
    public const string CrossFace = "crossface";

    /// <summary>Restorers from picture to picture: GFPGAN, GPEN, RestoreFormer++.</summary>
    public const string FaceRestorer = "face-restorer";

    /// <summary>CodeFormer, a restorer with a weight.</summary>
    public const string CodeFormer = "codeformer";

    /// <summary>Enlargers of whole frames.</summary>
    public const string FrameEnlarger = "frame-enlarger";

    /// <summary>An enlarger of luminance by 3.</summary>
    public const string LumaX3 = "luma-x3";

    /// <summary>LivePortrait: appearance.</summary>
    public const string LivePortraitFeature = "live-portrait-feature";

    /// <summary>LivePortrait: pose and expression.</summary>
    public const string LivePortraitMotion = "live-portrait-motion";

    /// <summary>LivePortrait: the picture.</summary>
    public const string LivePortraitGenerator = "live-portrait-generator";

    /// <summary>LivePortrait: opening and closing the eyes.</summary>
    public const string LivePortraitEyes = "live-portrait-eyes";

    /// <summary>LivePortrait: opening and closing the lips.</summary>
    public const string LivePortraitLips = "live-portrait-lips";

    /// <summary>LivePortrait: keeping the head on its neck.</summary>
    public const string LivePortraitStitcher = "live-portrait-stitcher";
}
