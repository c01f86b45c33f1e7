package org.seccatalogue.map.drawing;

/// What a map can be written as.
public enum MapFormat {
  SVG("image/svg+xml"),
  PDF("application/pdf"),
  PNG("image/png");

  private final String mediaType;

  MapFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
