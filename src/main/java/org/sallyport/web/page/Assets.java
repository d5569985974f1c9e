package org.sallyport.web.page;

import jakarta.faces.FacesException;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sallyport.oauth.Digest;

/**
 * Style sheets and pictures, which browsers keep for long: their addresses carry a digest of the
 * content, so that a new release is seen at once.
 */
public class Assets extends ResourceHandlerWrapper {

  private static final int ENOUGH = 16; // characters of the digest

  private final Map<String, String> digests = new ConcurrentHashMap<>();

  public Assets(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name) {
    var found = super.createResource(name);
    return found == null ? null : new Asset(found);
  }

  private static String digest(Resource asset) {
    try (var content = asset.getInputStream()) {
      var digest = Digest.sha256(content.readAllBytes());
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, ENOUGH);
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private final class Asset extends ResourceWrapper {

    Asset(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public String getRequestPath() {
      var digest = digests.computeIfAbsent(getResourceName(), name -> digest(getWrapped()));
      return getWrapped().getRequestPath() + "?v=" + digest;
    }
  }
}
