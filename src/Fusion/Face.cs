using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion;

/// <summary>A face of a frame: what the detector saw, its 478 points and how the head is turned.</summary>
/// <param name="Detection">The detection.</param>
/// <param name="Mesh">The points in raster coordinates.</param>
/// <param name="Pose">The head's pose.</param>
public sealed record Face(DetectedFace Detection, FaceMesh Mesh, HeadPose Pose);
