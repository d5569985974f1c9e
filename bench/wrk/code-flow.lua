-- Someone who is logged in and has allowed the client: GET /authorize, then POST /token with the code.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")

local client = os.getenv("BENCH_CLIENT")
local authorize = os.getenv("BENCH_AUTHORIZE")
local redeem = os.getenv("BENCH_REDEEM")
local session = bench.cycle(bench.lines("cookies"))
local codes = bench.queue({})

function request()
  local code = codes.pop()
  if code then return bench.post("/token", redeem .. code, client) end
  return wrk.format("GET", authorize, { ["Cookie"] = session() })
end

function response(status, headers, body)
  if status == 303 then
    local code = (headers["Location"] or ""):match("[?&]code=([^&]+)")
    if code then codes.push(code) else bench.wrong(status, headers["Location"]) end
    return
  end
  local token = status == 200 and body:match('"access_token":"([^"]+)"')
  if token then bench.token(token) else bench.wrong(status, body) end
end
